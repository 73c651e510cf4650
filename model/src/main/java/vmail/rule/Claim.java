package vmail.rule;

import java.util.List;

/**
 * Something an account says about a value that others may say something about, too: "this is my uid", "my store lies below
 * that path".
 *
 * @param value in the form in which two are equal
 * @param details of a shared maildir the folders this account has in it, of a store in any case of letters how this account
 *     writes it; else empty
 */
record Claim(Kind kind, String value, List<String> details) {

    /** Values of different spaces have nothing to do with each other. */
    enum Space {
        UID,
        ADDRESS,
        PATH,
        PATH_IN_ANY_CASE,
        PASSWORD,
        NICK,
        SHARED_MAILDIR
    }

    enum Kind {
        UID(Space.UID),
        MAIL(Space.ADDRESS),
        ALIAS(Space.ADDRESS),
        STORE(Space.PATH),
        /** Does not hold the path, but has its store below it. */
        BELOW(Space.PATH),
        STORE_IN_ANY_CASE(Space.PATH_IN_ANY_CASE),
        /** Of what is stored as a password, only a digest. */
        PASSWORD(Space.PASSWORD),
        NICK(Space.NICK),
        SHARED_MAILDIR(Space.SHARED_MAILDIR);

        private final Space space;

        Kind(Space space) {
            this.space = space;
        }

        Space space() {
            return space;
        }
    }

    Claim {
        details = List.copyOf(details);
    }

    static Claim of(Kind kind, String value) {
        return new Claim(kind, value, List.of());
    }

    long hash() {
        return Hash.of(kind.space().name(), value);
    }

    boolean holds() {
        return kind != Kind.BELOW;
    }
}
