package vmail.fault;

import static vmail.fault.EntryFaults.replaced;
import static vmail.fault.FaultKind.one;

import java.util.List;
import vmail.rule.Effect;

/** {@code userPassword}. The hashes are of words that nobody uses. */
final class PasswordFaults {

    private static final String PASSWORD = "userPassword";

    private PasswordFaults() {}

    static List<FaultKind> all() {
        return List.of(
                replaced(
                        "no-password",
                        "password-present",
                        Effect.NOLOGIN,
                        "an active account has no password: its mail arrives, nobody can read it",
                        PASSWORD),
                one(
                        "same-password",
                        "own-password",
                        Effect.LEAKED,
                        "two people have the same hash: each knows the other's password",
                        scene -> {
                            Household home = scene.household();
                            scene.replace(home.dora(), PASSWORD, HouseholdEntries.password(home.cleo()));
                            return scene.at(home.cleo());
                        }),
                one(
                        "password-of-shared-account",
                        "password-on-personal-only",
                        Effect.NONE,
                        "a shared account has a password, which opens no mail",
                        scene -> {
                            Member team = scene.household().team();
                            scene.add(team, PASSWORD, HouseholdEntries.password(team));
                            return scene.at(team);
                        }),
                replaced(
                        "unknown-scheme",
                        "usable-password",
                        Effect.NOLOGIN,
                        "the password is hashed in a way that neither slapd nor Courier knows",
                        PASSWORD,
                        "{ROT13}barfrperg"),
                replaced(
                        "long-salt",
                        "portable-password",
                        Effect.NOLOGIN,
                        "the password can be checked by slapd and not by Courier",
                        PASSWORD,
                        "{SSHA}3EnUPlk8oBA+c0Fjl8qnYpT2b6lzYWx0c2FsdA=="),
                replaced(
                        "clear-text",
                        "clear-text-password",
                        Effect.NONE,
                        "the password is in clear text",
                        PASSWORD,
                        "onesecret"),
                replaced(
                        "bare-crypt",
                        "bare-crypt-password",
                        Effect.NOLOGIN,
                        "the password is a hash of /etc/shadow without {CRYPT} before it",
                        PASSWORD,
                        "$1$saltsalt$9.E8pNsEn1bMRjouzTDJ0."));
    }
}
