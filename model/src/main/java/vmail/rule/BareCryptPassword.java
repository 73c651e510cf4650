package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.StoredPassword;

/**
 * No {@code userPassword} is a bare string of crypt(3), as files made from /etc/shadow have them.
 *
 * <p>slapd takes it for clear text, and a bind fails. Import puts {@code {CRYPT}} in front, which makes it work; in the directory itself it
 * is a warning, for the owner can not log in. The old 13 letters of DES
 * are told from clear text by their form; a password of exactly 13 letters and digits may look like that by chance.
 */
public record BareCryptPassword() implements EntryRule {

    @Override
    public String id() {
        return "bare-crypt-password";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.values("userPassword").stream()
                .filter(value -> new StoredPassword(value).use() == StoredPassword.Use.AS_BARE_CRYPT)
                .limit(1)
                .map(value -> candidate.origin() instanceof LiveEntry ? live(candidate) : toBeImported(candidate))
                .toList();
    }

    private Finding toBeImported(Candidate candidate) {
        return finding(
                        candidate,
                        "userPassword is a crypt string without a scheme; import puts {CRYPT} in front",
                        "Nothing needs to be done, unless it is a clear text that only looks like one")
                .mended(Mending.NEEDLESS);
    }

    /** Nothing puts the scheme in front of what is in the directory already. */
    private Finding live(Candidate candidate) {
        return finding(
                        candidate,
                        "userPassword is a crypt string without a scheme, which slapd takes for clear text",
                        "Put {CRYPT} in front of the value, or give the account a new password")
                .withEffect(Effect.NOLOGIN)
                .withSeverity(Severity.WARNING);
    }
}
