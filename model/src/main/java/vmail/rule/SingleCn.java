package vmail.rule;

import com.unboundid.ldap.sdk.RDN;
import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * A shared account has one {@code cn} (howto 1.6, 1.8).
 *
 * <p>The cn is the name under which subscribers see it, and the howto's script takes all values for one name. Where the DN has the cn vmail
 * takes that one; elsewhere nothing says which, since a directory keeps no order, and people may find the folder under another name tomorrow.
 */
public record SingleCn() implements EntryRule {

    @Override
    public String id() {
        return "single-cn";
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
        if (candidate.kind() != RecordKind.SHARED) {
            return List.of();
        }
        List<String> names = candidate.values("cn");
        if (names.stream().map(Claims::folded).distinct().count() < 2) {
            return List.of();
        }
        Finding finding = finding(
                candidate,
                "found %d cn values %s, expected one: the name of the shared folder".formatted(names.size(), names),
                "Keep the one that subscribers know");
        return List.of(
                isNamedByCn(candidate)
                        ? finding
                        : finding.withSeverity(Severity.WARNING).withEffect(Effect.UNSEEN));
    }

    private static boolean isNamedByCn(Candidate candidate) {
        RDN rdn = candidate.parsedDn().getRDN();
        return rdn != null && rdn.getAttributeNames()[0].equalsIgnoreCase("cn");
    }
}
