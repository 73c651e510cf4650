package vmail.rule;

import com.unboundid.ldap.sdk.RDN;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.account.SharedAccount;

/**
 * The cn of a shared account gives a name that {@code maildirmake --add} takes; blanks become {@code _} (howto 1.8).
 *
 * <p>It refuses names with {@code .} or {@code /}; what follows a {@code #} is a comment in {@code shared-maildirs}. Without a name nobody can
 * subscribe, and mail arrives unseen.
 */
public record SharedNick() implements EntryRule {

    @Override
    public String id() {
        return "shared-nick";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.UNSEEN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.SHARED
                || SharedAccount.nick(candidate).isPresent()) {
            return List.of();
        }
        return cn(candidate)
                .map(cn -> List.of(finding(
                        candidate,
                        "cn %s gives no name for the shared folder: it has . / # or a control, or more than 255 letters"
                                .formatted(cn),
                        "Rename the entry, as cn=Timetravel weekly")))
                .orElse(List.of());
    }

    private static Optional<String> cn(Candidate candidate) {
        RDN rdn = candidate.parsedDn().getRDN();
        return rdn != null && rdn.getAttributeNames()[0].equalsIgnoreCase("cn")
                ? Optional.of(rdn.getAttributeValues()[0])
                : candidate.first("cn");
    }
}
