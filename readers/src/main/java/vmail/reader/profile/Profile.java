package vmail.reader.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How records of one older system become accounts, as its mapping file tells; the package describes that file.
 *
 * @param format {@code ldif}, for records of attributes, or {@code csv}, for rows
 * @param detect each of them may speak for it
 * @param set by attribute of the target
 * @param optional by name of an option, what is added to {@code set} with it
 * @param ignored names that may end in {@code *}
 * @param text of the file, and of what it is based on: the same text is the same profile
 * @param columns of a table whose first row does not name them; none when it does
 * @param rows how the rows of a table are read
 */
public record Profile(
        String name,
        String title,
        String format,
        List<Detect> detect,
        List<String> columns,
        Map<String, String> synonyms,
        List<RecordRule> records,
        List<StatusRule> status,
        Map<String, Sources> set,
        Map<String, Map<String, Sources>> optional,
        Sources password,
        Sources oldStore,
        List<LossRule> lost,
        List<String> ignored,
        List<String> keep,
        TableRows rows,
        String text) {

    /** What {@code based-on} takes over from another profile; what is given here comes first. */
    Profile onTopOf(Profile other) {
        Map<String, Sources> both = new LinkedHashMap<>(other.set);
        both.putAll(set);
        Map<String, Map<String, Sources>> options = new LinkedHashMap<>(other.optional);
        options.putAll(optional);
        Map<String, String> names = new LinkedHashMap<>(other.synonyms);
        names.putAll(synonyms);
        return new Profile(
                name,
                title,
                format,
                detect,
                columns.isEmpty() ? other.columns : columns,
                names,
                records.isEmpty() ? other.records : records,
                status.isEmpty() ? other.status : status,
                both,
                options,
                password.expressions().isEmpty() ? other.password : password,
                oldStore.expressions().isEmpty() ? other.oldStore : oldStore,
                joined(lost, other.lost),
                joined(ignored, other.ignored),
                joined(keep, other.keep),
                rows.equals(TableRows.TITLES) ? other.rows : rows,
                text + other.text);
    }

    /** Whether it is taken only where no other profile fits. */
    boolean isGeneral() {
        return detect.stream().anyMatch(Detect::general);
    }

    /** What in the record speaks for this profile; empty when nothing does. */
    Optional<String> speaks(Fields fields) {
        return detect.stream().flatMap(each -> each.speaks(fields).stream()).findFirst();
    }

    /** Attributes that decide or become something, so that they are not lost. */
    Set<String> used() {
        Set<String> names = new LinkedHashSet<>();
        set.values().forEach(sources -> names.addAll(sources.attributes()));
        records.forEach(rule -> names.addAll(rule.attributes()));
        status.forEach(rule -> names.addAll(rule.attributes()));
        names.addAll(password.attributes());
        names.addAll(oldStore.attributes());
        return names;
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        List<T> both = new ArrayList<>(first);
        both.addAll(then);
        return List.copyOf(both);
    }
}
