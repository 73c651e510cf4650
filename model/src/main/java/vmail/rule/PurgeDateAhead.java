package vmail.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;

/**
 * The {@code qmailAccountPurge} of an account that is neither active nor shared lies ahead.
 *
 * <p>qmail-ldap wrote there from when on a deleted account's mail may go, in seconds since 1970. Nothing here obeys it: entry and mail are
 * kept for ever unless somebody looks.
 */
public record PurgeDateAhead(MailBase base, Deadlines deadlines) implements EntryRule {

    @Override
    public String id() {
        return "purge-date-ahead";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    /** Seconds of the next three hundred centuries. */
    private static final int LONGEST = 12;

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> dates = candidate.values("qmailAccountPurge");
        if (dates.isEmpty() || receives(candidate)) {
            return List.of();
        }
        return seconds(dates.get(0))
                .filter(date -> date.isBefore(deadlines.now()))
                .map(date -> List.of(passed(candidate, date)))
                .orElse(List.of());
    }

    private Finding passed(Candidate candidate, Instant date) {
        Finding finding = finding(
                candidate,
                "qmailAccountPurge passed on %s; the account and its mail are still here"
                        .formatted(LocalDate.ofInstant(date, ZoneOffset.UTC)),
                "Delete the entry if nobody needs the mail any more: ldapdelete -x -D \"cn=admin,o=company\" -W \""
                        + candidate.dn() + "\"; audit then names its store");
        return candidate
                .first("mailMessageStore")
                .flatMap(store -> MailStore.of(store, base))
                .map(store -> finding.at(store.path()))
                .orElse(finding);
    }

    /** To qmail-ldap an account without a status is active. */
    private static boolean receives(Candidate candidate) {
        return candidate.values("accountStatus").isEmpty()
                || candidate
                        .status()
                        .filter(status -> status != AccountStatus.INACTIVE)
                        .isPresent();
    }

    private static Optional<Instant> seconds(String value) {
        String digits = value.replace(" ", "");
        return !digits.isEmpty() && digits.length() <= LONGEST && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)))
                : Optional.empty();
    }
}
