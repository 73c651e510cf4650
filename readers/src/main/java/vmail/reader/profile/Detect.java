package vmail.reader.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What speaks for a profile in a record.
 *
 * @param withClasses object classes that it must have besides
 * @param required without these a record says nothing
 * @param general whether the profile is taken only where no other has anything that speaks for it
 * @param matches what cells of a table without known titles look like, by position; each must, and that speaks for it
 */
record Detect(
        List<String> classes,
        List<String> withClasses,
        List<String> attributes,
        List<String> required,
        List<String> notClasses,
        List<String> notAttributes,
        boolean general,
        Map<String, List<Pattern>> matches) {

    /** Whether the cells of a row look like those of this system. */
    boolean fits(Fields row) {
        return !matches.isEmpty()
                && matches.entrySet().stream().allMatch(each -> Condition.matches(row, each.getKey(), each.getValue()));
    }

    /** The object class or attribute that speaks; empty when nothing does. */
    Optional<String> speaks(Fields fields) {
        if (!required.stream().allMatch(fields::has)
                || !withClasses.stream().allMatch(name -> fields.hasClass(List.of(name)))
                || fields.hasClass(notClasses)
                || notAttributes.stream().anyMatch(fields::has)) {
            return Optional.empty();
        }
        return Stream.concat(
                        classes.stream().filter(name -> fields.hasClass(List.of(name))),
                        attributes.stream().filter(fields::has))
                .findFirst();
    }
}
