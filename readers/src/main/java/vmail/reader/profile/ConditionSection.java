package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vmail.reader.source.UnusableSource;

/** Reads a condition of a mapping file. */
final class ConditionSection {

    private ConditionSection() {}

    static Condition of(Section section) throws UnusableSource {
        section.only(
                "class", "not-class", "present", "absent", "equals", "not-equals", "matches", "bits", "below", "any");
        List<Condition> any = new ArrayList<>();
        for (Section each : section.sections("any")) {
            any.add(of(each));
        }
        return new Condition(
                section.texts("class"),
                section.texts("not-class"),
                section.texts("present"),
                section.texts("absent"),
                wanted(section, "equals"),
                wanted(section, "not-equals"),
                patterns(section),
                bits(section),
                below(section),
                List.copyOf(any));
    }

    private static Map<String, List<String>> lists(Section section, String key) throws UnusableSource {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Optional<Section> given = section.section(key);
        if (given.isPresent()) {
            for (String name : given.get().keys()) {
                lists.put(name, given.get().texts(name));
            }
        }
        return lists;
    }

    static Map<String, List<Pattern>> patterns(Section section) throws UnusableSource {
        Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> each : lists(section, "matches").entrySet()) {
            List<Pattern> compiled = new ArrayList<>();
            for (String text : each.getValue()) {
                try {
                    compiled.add(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
                } catch (PatternSyntaxException e) {
                    throw section.broken("matches", "'" + text + "' is no regular expression", "Correct it");
                }
            }
            patterns.put(each.getKey(), compiled);
        }
        return patterns;
    }

    private static Map<String, Long> bits(Section section) throws UnusableSource {
        Map<String, Long> bits = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : section.map("bits").entrySet()) {
            try {
                bits.put(each.getKey(), Long.decode(each.getValue()));
            } catch (NumberFormatException e) {
                throw section.broken("bits", "'" + each.getValue() + "' is no number", "Write it as 2 or 0x10");
            }
        }
        return bits;
    }

    private static List<DN> below(Section section) throws UnusableSource {
        List<DN> names = new ArrayList<>();
        for (String text : section.texts("below")) {
            try {
                names.add(new DN(text));
            } catch (LDAPException e) {
                throw section.broken("below", "'" + text + "' is no DN", "Write the end of one, as cn=config");
            }
        }
        return names;
    }

    private static Map<String, List<WantedText>> wanted(Section section, String key) throws UnusableSource {
        Map<String, List<WantedText>> wanted = new LinkedHashMap<>();
        Optional<Section> given = section.section(key);
        if (given.isPresent()) {
            for (String name : given.get().keys()) {
                wanted.put(name, texts(given.get(), name));
            }
        }
        return wanted;
    }

    /** Texts to compare with. */
    static List<WantedText> texts(Section section, String key) throws UnusableSource {
        List<WantedText> texts = new ArrayList<>();
        for (String text : section.texts(key)) {
            try {
                texts.add(WantedText.of(text));
            } catch (IllegalArgumentException e) {
                throw section.broken(key, String.valueOf(e.getMessage()), "Correct the template");
            }
        }
        return texts;
    }
}
