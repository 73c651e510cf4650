package vmail.reader.profile;

import java.util.Optional;

/** A text that a value is compared with, ignoring case; one with braces is filled from the record: {@code "{mail}"}. */
record WantedText(String text, Optional<Expression> template) {

    /** @throws IllegalArgumentException when the template is broken */
    static WantedText of(String text) {
        return new WantedText(text, text.indexOf('{') < 0 ? Optional.empty() : Optional.of(Expression.of(text)));
    }

    boolean is(String value, Fields fields) {
        return template.isEmpty()
                ? text.equalsIgnoreCase(value)
                : template.get().values(fields).stream().anyMatch(value::equalsIgnoreCase);
    }
}
