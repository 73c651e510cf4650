package vmail.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.report.audit.StoreFindings;
import vmail.rule.Finding;
import vmail.rule.Spelling;

/**
 * Maildirs without an account that look like those of accounts without a maildir: most often somebody has changed
 * {@code mailMessageStore} and not moved the mail. One finding takes the place of the two, and only where just one of each fits.
 */
final class RenamedStores {

    /** Each is compared with each; more than that is no renaming of people. */
    private static final int MOST = 1_000;

    private final MailBase base;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding> explained = new HashSet<>();

    RenamedStores(MailBase base, List<AccountLooks.Missing> missing, List<Finding> all) {
        this.base = base;
        List<Finding> orphans =
                all.stream().filter(StoreFindings::isOrphanMaildir).toList();
        if (missing.size() <= MOST && orphans.size() <= MOST) {
            match(missing, orphans);
        }
    }

    private void match(List<AccountLooks.Missing> missing, List<Finding> orphans) {
        Map<Finding, List<AccountLooks.Missing>> takers = new HashMap<>();
        Map<AccountLooks.Missing, List<Finding>> offers = new HashMap<>();
        for (AccountLooks.Missing one : missing) {
            for (Finding orphan : orphans) {
                if (reason(one.candidate(), orphan).isPresent()) {
                    takers.computeIfAbsent(orphan, key -> new ArrayList<>()).add(one);
                    offers.computeIfAbsent(one, key -> new ArrayList<>()).add(orphan);
                }
            }
        }
        for (AccountLooks.Missing one : missing) {
            List<Finding> fitting = offers.getOrDefault(one, List.of());
            if (fitting.size() == 1
                    && takers.getOrDefault(fitting.get(0), List.of()).size() == 1) {
                Finding orphan = fitting.get(0);
                findings.add(StoreFindings.renamed(
                        one.finding(), orphan, reason(one.candidate(), orphan).orElseThrow()));
                explained.add(orphan);
                explained.add(one.finding());
            }
        }
    }

    /** Why both look like one person's, as the rest of the sentence "its name is ..."; empty when they do not. */
    private Optional<String> reason(Candidate account, Finding orphan) {
        List<String> names = names(orphan.place().orElse(base.path()));
        for (String attribute : List.of("uid", "mail", "mailAlternateAddress", "cn")) {
            for (String value : account.values(attribute)) {
                if (names.contains(plain(localPart(value)))) {
                    return Optional.of("like " + attribute + " " + value);
                }
            }
        }
        return account.values("mailMessageStore").stream()
                .flatMap(store -> names(Path.of(store)).stream())
                .filter(name -> Spelling.near(name, names).isPresent())
                .findFirst()
                .map(name -> "nearly that of the account's store");
    }

    /** The parts of a path that tell people apart. */
    private List<String> names(Path path) {
        Path below = path.startsWith(base.path()) ? base.path().relativize(path) : path;
        return Stream.iterate(0, i -> i < below.getNameCount(), i -> i + 1)
                .map(i -> plain(below.getName(i).toString()))
                .filter(name -> !name.equals("maildir") && name.length() > 2)
                .toList();
    }

    private static String localPart(String value) {
        int at = value.indexOf('@');
        return at < 0 ? value : value.substring(0, at);
    }

    /** Without what people write between the parts of a name. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ ._-]+", "");
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether it is one half of a finding. */
    boolean explains(Finding half) {
        return explained.contains(half);
    }
}
