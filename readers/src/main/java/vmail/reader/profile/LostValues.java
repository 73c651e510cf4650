package vmail.reader.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vmail.account.Loss;
import vmail.account.LossKind;
import vmail.reader.source.PrintableText;
import vmail.reader.source.SecretNames;

/** What of a record is neither taken over nor without meaning. */
final class LostValues {

    private static final int LONGEST = 120;

    private final Profile profile;

    /** In lower case. */
    private final Set<String> used;

    private final Set<String> taken;

    /** @param options whose attributes become something */
    LostValues(Profile profile, Names names, Set<String> options) {
        this.profile = profile;
        this.used = keys(profile.used(), names);
        Set<String> optional = new LinkedHashSet<>();
        for (String option : options) {
            profile.optional()
                    .getOrDefault(option, Map.of())
                    .values()
                    .forEach(sources -> optional.addAll(sources.attributes()));
        }
        this.taken = keys(optional, names);
    }

    private static Set<String> keys(Set<String> attributes, Names names) {
        return attributes.stream().map(name -> key(names.canonical(name))).collect(Collectors.toSet());
    }

    /** One for each attribute; kept attributes are not looked at here. */
    List<Loss> of(Fields fields) {
        List<Loss> losses = new ArrayList<>();
        for (String name : fields.raw().values().names()) {
            add(losses, fields, name, fields.raw().values().of(name));
        }
        for (String name : fields.raw().octets()) {
            add(losses, fields, name, List.of("(octets)"));
        }
        return losses;
    }

    /** Of a name and the values that could not be kept. */
    static Loss attribute(String name, List<String> values) {
        return new Loss(LossKind.ATTRIBUTE, name, shown(name, values));
    }

    private void add(List<Loss> losses, Fields fields, String name, List<String> values) {
        String canonical = fields.names().canonical(name);
        String base = Names.base(canonical);
        if (taken.contains(key(base))) {
            return;
        }
        boolean named = false;
        for (LossRule rule : profile.lost()) {
            if (rule.names(base)) {
                named = true;
                List<String> meant = values.stream()
                        .filter(value -> !rule.meansNothing(value, fields))
                        .toList();
                if (!meant.isEmpty() && rule.when().holds(fields)) {
                    losses.add(new Loss(rule.kind(), name, shown(name, meant)));
                    return;
                }
            }
        }
        boolean known = canonical.equals(base) && used.contains(key(base));
        if (!named
                && !known
                && !base.equalsIgnoreCase("objectClass")
                && !LossRule.matches(profile.ignored(), base)
                && !(canonical.equals(base) && LossRule.matches(profile.keep(), base))
                && values.stream().anyMatch(value -> !value.isBlank())) {
            losses.add(attribute(name, values));
        }
    }

    /** Secrets are never shown, hashed or not. */
    private static String shown(String name, List<String> values) {
        return SecretNames.isSecret(name)
                ? "(not shown)"
                : PrintableText.of(values.stream().map(String::strip).collect(Collectors.joining(", ")), LONGEST);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
