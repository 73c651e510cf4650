package vmail.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The values of {@code accountStatus} that Postfix and Courier look for (howto 1.5.9, 1.6). */
public enum AccountStatus {
    /** Gets mail and may log in. */
    ACTIVE,
    /** Mail is refused as for an unknown user, no login. */
    INACTIVE,
    /** A shared folder: gets mail, nobody logs in. */
    SHARED;

    /**
     * Case and blanks at the ends do not matter, as in slapd's matching: the howto's own example has {@code "active "}.
     */
    public static Optional<AccountStatus> of(String value) {
        String word = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word))
                .findFirst();
    }

    /** The word as it stands in the directory. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
