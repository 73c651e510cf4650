package vmail.rule;

import java.util.Locale;

/** How bad a finding is, told by what happens to mail. Ordered from harmless to worst. */
public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Mail arrives otherwise than the owner expects. */
    WARNING,
    /** Mail bounces, is lost, misdelivered, readable by the wrong person, or can not be read. */
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the three words */
    public static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.toString().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity must be note, warning or error, not " + word);
    }
}
