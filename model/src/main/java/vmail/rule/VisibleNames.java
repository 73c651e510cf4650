package vmail.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.Candidate;

/**
 * {@code cn} and {@code uid} have no character that can not be seen: no control, no format character such as U+202E (right-to-left
 * override) or U+200B, no blank but the common one; nor is a value empty beside others.
 *
 * <p>A uid with one can not be typed, so the owner can not log in; a cn with one looks like another person's.
 */
public record VisibleNames() implements EntryRule {

    @Override
    public String id() {
        return "visible-names";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.NOLOGIN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        return Stream.of("cn", "uid")
                .flatMap(attribute -> candidate.values(attribute).stream()
                        .flatMap(value -> fault(value, candidate.values(attribute)).stream()
                                .map(fault -> finding(
                                                candidate,
                                                attribute + (value.isBlank() ? "" : " " + value) + " " + fault,
                                                "Type the " + attribute + " anew, without copying it")
                                        .about(attribute + (value.isBlank() ? "" : " " + value)))))
                .distinct()
                .toList();
    }

    private static Optional<String> fault(String value, List<String> values) {
        if (value.isBlank()) {
            return values.stream().allMatch(String::isBlank) ? Optional.empty() : Optional.of("has an empty value");
        }
        return value.codePoints()
                .filter(VisibleNames::invisible)
                .mapToObj("has the invisible character U+%04X"::formatted)
                .findFirst();
    }

    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> false;
        };
    }
}
