package vmail.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vmail.account.AccountStatus;
import vmail.account.Candidate;

/**
 * {@code accountStatus} is given once and is active, inactive or shared (howto 1.5.9, 1.6); case and blanks at the ends do not matter.
 *
 * <p>Postfix and Courier look for active and shared by name: with any other word, or none, mail is refused as for an unknown
 * user. qmail-ldap took a missing status as active, which is a trap for migrations.
 */
public record KnownStatus() implements EntryRule {

    private static final List<String> KNOWN = List.of("active", "inactive", "shared");

    /** The words of qmail-ldap and others for accounts that get no mail. */
    private static final Map<String, String> INACTIVE = Map.of("disabled", "inactive", "deleted", "inactive");

    /** The words of qmail-ldap for accounts that get mail and can not log in. */
    private static final List<String> NO_LOGIN = List.of("noaccess", "nopop");

    @Override
    public String id() {
        return "account-status";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> words = candidate.values("accountStatus");
        if (words.size() > 1) {
            return List.of(finding(
                    candidate,
                    "found %d accountStatus values %s, expected one".formatted(words.size(), words),
                    "Keep one"));
        }
        if (words.isEmpty() || words.get(0).isBlank()) {
            return List.of(finding(
                    candidate,
                    "accountStatus is missing, so mail is refused as for an unknown user",
                    "Add accountStatus: active, or inactive, or shared"));
        }
        return AccountStatus.of(words.get(0)).isPresent() ? List.of() : List.of(unknown(candidate, words.get(0)));
    }

    private Finding unknown(Candidate candidate, String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        return finding(
                candidate, "accountStatus %s is none of active, inactive, shared".formatted(word), remedy(lower));
    }

    private static String remedy(String word) {
        if (NO_LOGIN.contains(word)) {
            return "qmail-ldap delivered mail and refused the login: for that, set accountStatus: active and delete"
                    + " userPassword";
        }
        return Optional.ofNullable(INACTIVE.get(word))
                .or(() -> Spelling.near(word, KNOWN))
                .map(known -> "Did you mean " + known + "? Set accountStatus: " + known)
                .orElse("Set accountStatus to one of the three");
    }
}
