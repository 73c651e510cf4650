package vmail.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vmail.rule.Effect;

/** Asks Postfix each question that was asked on the way, and tells where its answer is another. */
final class LiveComparison {

    /** Where Postfix looks whether a domain is ours: all classes in which it accepts mail from outside. */
    private static final List<String> DOMAINS =
            List.of("mydestination", "virtual_mailbox_domains", "virtual_alias_domains", "relay_domains");

    private final LivePostfix postfix;
    private final PostfixMaps maps;
    private final boolean mailShared;
    private final Map<String, List<String>> lists = new HashMap<>();

    LiveComparison(LivePostfix postfix, PostfixMaps maps, boolean mailShared) {
        this.postfix = postfix;
        this.maps = maps;
        this.mailShared = mailShared;
    }

    void walk(Trail trail) {
        if (maps.asked().isEmpty()) {
            trail.fine("postmap", "nothing to ask: Postfix has no part in this");
            return;
        }
        try {
            for (Map.Entry<PostfixMaps.Asked, MapAnswer> each : maps.asked().entrySet()) {
                compare(each.getKey(), each.getValue(), trail);
            }
        } catch (LivePostfix.NotAsked e) {
            trail.unknown("postmap", String.valueOf(e.getMessage()));
        }
    }

    private void compare(PostfixMaps.Asked asked, MapAnswer ours, Trail trail) throws LivePostfix.NotAsked {
        switch (asked.lookup()) {
            case DOMAIN -> domain(asked.key(), !ours.isEmpty(), trail);
            case ALIAS -> {
                if (mailShared) {
                    stores(asked.key(), ours, trail);
                } else {
                    answer("virtual_alias_maps", asked.key(), ours, trail);
                }
            }
            case MAILBOX -> answer("virtual_mailbox_maps", asked.key(), ours, trail);
            case LOGIN -> throw new AssertionError("Postfix has no logins");
        }
    }

    private void domain(String domain, boolean ours, Trail trail) throws LivePostfix.NotAsked {
        boolean accepted = false;
        for (String parameter : DOMAINS) {
            accepted |= holds(list(parameter), domain);
        }
        if (accepted == ours) {
            trail.fine("domain " + domain, "the same");
        } else {
            differs("domain " + domain, accepted ? "ours" : "none of ours", ours ? "ours" : "none of ours", trail);
        }
    }

    private boolean holds(List<String> words, String domain) throws LivePostfix.NotAsked {
        List<String> tables = words.stream().filter(word -> word.contains(":")).toList();
        boolean named =
                words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(domain));
        return named || postfix.ask(tables, domain).isPresent();
    }

    private void answer(String parameter, String key, MapAnswer ours, Trail trail) throws LivePostfix.NotAsked {
        Optional<String> theirs = postfix.ask(list(parameter), key);
        tell(parameter + " " + key, theirs.map(LiveComparison::parts).orElse(List.of()), parts(ours.joined()), trail);
    }

    /** Where accounts may share an address the alias map answers with names that only the mailbox map knows. */
    private void stores(String key, MapAnswer ours, Trail trail) throws LivePostfix.NotAsked {
        List<String> theirs = new ArrayList<>();
        Optional<String> aliases = postfix.ask(list("virtual_alias_maps"), key);
        for (String alias : aliases.map(LiveComparison::parts).orElse(List.of())) {
            postfix.ask(list("virtual_mailbox_maps"), alias).ifPresent(theirs::add);
        }
        List<String> expected = ours.entries().stream()
                .flatMap(entry -> entry.values("mailMessageStore").stream())
                .toList();
        tell("stores of " + key, theirs, expected, trail);
    }

    private static void tell(String asked, List<String> theirs, List<String> ours, Trail trail) {
        if (sorted(theirs).equals(sorted(ours))) {
            trail.fine(asked, "the same: " + (ours.isEmpty() ? "nothing" : String.join(",", theirs)));
        } else {
            differs(asked, said(theirs), said(ours), trail);
        }
    }

    private static void differs(String asked, String theirs, String ours, Trail trail) {
        trail.fault(
                Effect.NONE,
                asked,
                "differs: Postfix says " + theirs + ", by the directory it is " + ours
                        + ". Compare main.cf and its maps with `vmail render postfix`",
                List.of());
    }

    private static String said(List<String> values) {
        return values.isEmpty() ? "nothing" : String.join(",", values);
    }

    /** Servers need not give values in the same order. */
    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }

    private static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    private List<String> list(String parameter) throws LivePostfix.NotAsked {
        List<String> before = lists.get(parameter);
        if (before != null) {
            return before;
        }
        List<String> words = postfix.list(parameter);
        lists.put(parameter, words);
        return words;
    }
}
