package vmail.effects;

import static vmail.effects.Entries.ALBERT;
import static vmail.effects.Entries.SEVEN;
import static vmail.effects.Entries.delete;
import static vmail.effects.Entries.replace;

import java.util.List;
import vmail.rule.Effect;

/** What keeps people from logging in while their mail arrives. */
final class LoginRows {

    private static final String PASSWORD = replace(ALBERT, "userPassword: {SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu");

    /** Of onesecret. */
    private static final String CRYPT =
            "$6$howto1997$bBfNgqnZVykr1o.E.Z3FI99MT0md6fCcAVfsc" + "2LOk2C1ZhNgCCJrTC/ZhhuyWclcYjwRopKFT5iNu079TEIzt0";

    private LoginRows() {}

    static List<Row> all() {
        return List.of(
                Row.of("two active accounts have the same uid", "unique-uid", Effect.NOLOGIN)
                        .ldif(replace(SEVEN, "uid: onestonea"))
                        .decide("unique-uid", replace(SEVEN, "uid: nines")),
                Row.of("userPassword is missing", "password-present", Effect.NOLOGIN)
                        .ldif(delete(ALBERT, "userPassword"))
                        .decide("password-present", PASSWORD),
                Row.of("userPassword has a scheme that nobody knows", "usable-password", Effect.NOLOGIN)
                        .ldif(replace(ALBERT, "userPassword: {ROT13}barfrperg"))
                        .decide("usable-password", PASSWORD),
                Row.of("userPassword is a crypt string without {CRYPT}", "bare-crypt-password", Effect.NOLOGIN)
                        .ldif(replace(ALBERT, "userPassword: " + CRYPT))
                        .decide("bare-crypt-password", replace(ALBERT, "userPassword: {CRYPT}" + CRYPT)));
    }
}
