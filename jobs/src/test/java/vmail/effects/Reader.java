package vmail.effects;

import java.util.List;

/** Where somebody shall see a message. */
record Reader(Person person, String folder) {

    static final String SHARED = "shared.Timetravel_weekly.incoming";

    static final List<Reader> ALBERT = List.of(new Reader(Person.ALBERT, "INBOX"));
    static final List<Reader> BOTH = List.of(new Reader(Person.ALBERT, "INBOX"), new Reader(Person.SEVEN, "INBOX"));
    static final List<Reader> SUBSCRIBERS =
            List.of(new Reader(Person.ALBERT, SHARED), new Reader(Person.SEVEN, SHARED));
}
