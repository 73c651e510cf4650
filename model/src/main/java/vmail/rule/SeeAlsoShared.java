package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * The account that {@code seeAlso} of a person names is shared (howto 1.5.10).
 *
 * <p>Were another person's maildir subscribed, that person's mail would be open to the reader. vmail never does it, other scripts that follow
 * seeAlso may. Nothing is said about an inactive account: before a cut-over the shared one is inactive too.
 */
public record SeeAlsoShared() implements DirectoryRule {

    @Override
    public String id() {
        return "see-also-shared";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.LEAKED;
    }

    @Override
    public List<Finding> judge(Candidate candidate, AllAccounts all) {
        if (candidate.isInactive()) {
            return List.of();
        }
        return SeeAlso.of(candidate).stream()
                .filter(target -> all.exists(target) && !all.isShared(target))
                .map(target -> target.equals(candidate.parsedDn()) ? itself(candidate) : other(candidate, target))
                .toList();
    }

    /** Whether a value of a person's seeAlso names that very person. */
    public static boolean isItself(Candidate candidate, String value) {
        return candidate.kind() == RecordKind.PERSONAL && SeeAlso.parsed(value).anyMatch(candidate.parsedDn()::equals);
    }

    private Finding other(Candidate candidate, DN target) {
        return finding(
                        candidate,
                        "seeAlso %s names an account that is not shared".formatted(target),
                        "Delete the value, or set accountStatus: shared on that account if it is a shared folder")
                .about(target.toNormalizedString());
    }

    /** Whatever follows it shows people what is theirs. */
    private Finding itself(Candidate candidate) {
        return finding(candidate, "seeAlso names the account itself", "Delete the value")
                .about(candidate.parsedDn().toNormalizedString())
                .withSeverity(Severity.NOTE)
                .withEffect(Effect.NONE)
                .mended(Mending.AUTOMATIC);
    }
}
