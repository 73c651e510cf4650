package vmail.reader.profile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a profile does with each attribute of a file, for people who look before they move. */
public final class Meanings {

    /**
     * What becomes of an attribute.
     *
     * @param text for people: {@code becomes mail}
     */
    public record Meaning(Use use, String text) {}

    /** The kinds of use. */
    public enum Use {
        /** It becomes something of an account. */
        TAKEN,
        /** It tells what a record is. */
        DECIDES,
        /** It has a kind of loss. */
        LOST,
        /** It means nothing here. */
        IGNORED,
        /** The profile says nothing, so it is a loss without a kind. */
        UNKNOWN
    }

    private final Profile profile;
    private final Names names;
    /** In lower case, with all that it becomes. */
    private final Map<String, Set<String>> targets = new LinkedHashMap<>();

    private final Set<String> deciding = new LinkedHashSet<>();
    private final Set<String> passwords;

    private Meanings(Profile profile) {
        this.profile = profile;
        this.names = new Names(profile.synonyms());
        this.passwords = keys(profile.password());
    }

    public static Meanings of(Profile profile) {
        Meanings meanings = new Meanings(profile);
        profile.set().forEach(meanings::target);
        for (RecordRule rule : profile.records()) {
            rule.set().forEach(meanings::target);
            rule.attributes().forEach(meanings::decides);
            meanings.target("the address of a list", rule.address());
            meanings.target("members of a list", rule.members());
            meanings.target("domains", rule.domains());
            meanings.target("seeAlso of its readers", rule.readers());
        }
        profile.status().stream().flatMap(rule -> rule.attributes().stream()).forEach(meanings::decides);
        meanings.target("the password", profile.password());
        meanings.target("the old place of the mail", profile.oldStore());
        return meanings;
    }

    public Meaning of(String name) {
        String canonical = names.canonical(name);
        String base = Names.base(canonical);
        Set<String> becomes = targets.getOrDefault(key(base), Set.of());
        if (!becomes.isEmpty() && canonical.equals(base)) {
            return new Meaning(Use.TAKEN, "becomes " + String.join(", ", becomes));
        }
        Optional<LossRule> loss =
                profile.lost().stream().filter(rule -> rule.names(base)).findFirst();
        if (loss.isPresent()) {
            return new Meaning(Use.LOST, "lost (" + loss.get().kind().id() + ")");
        }
        if (base.equalsIgnoreCase("objectClass") || (deciding.contains(key(base)) && canonical.equals(base))) {
            return new Meaning(Use.DECIDES, "tells what a record is");
        }
        if (LossRule.matches(profile.keep(), base) && canonical.equals(base)) {
            return new Meaning(Use.TAKEN, "kept");
        }
        return LossRule.matches(profile.ignored(), base)
                ? new Meaning(Use.IGNORED, "means nothing here")
                : new Meaning(Use.UNKNOWN, "has no place here");
    }

    /** Whether its values are passwords, hashed or not. */
    public boolean isPassword(String name) {
        return passwords.contains(key(names.canonical(name)));
    }

    /** What the profile calls a password, first of all. */
    String password() {
        return profile.password().attributes().iterator().next();
    }

    /** Whether something of an account is made of it. */
    boolean becomes(String name, String target) {
        return profile.set().containsKey(target) && uses(profile.set().get(target), name);
    }

    /** Whether an account's attribute is made of this one. */
    boolean uses(Sources sources, String name) {
        String canonical = names.canonical(name);
        return keys(sources).contains(key(canonical));
    }

    private void target(String target, Sources sources) {
        keys(sources)
                .forEach(name -> targets.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(target));
    }

    private void decides(String name) {
        deciding.add(key(names.canonical(name)));
    }

    private Set<String> keys(Sources sources) {
        return sources.attributes().stream()
                .map(name -> key(names.canonical(name)))
                .collect(Collectors.toSet());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
