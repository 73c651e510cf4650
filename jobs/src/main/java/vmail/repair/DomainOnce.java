package vmail.repair;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.DomainWellFormed;
import vmail.writer.repair.ValueChange;

/** Takes a domain out of one entry of the system leaf, as long as another still has it. */
record DomainOnce() implements Act {

    private static final String DOMAIN = "associatedDomain";

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead {
        String domain = found.finding().about();
        Optional<Candidate> entry =
                found.site().accounts().entry(found.finding().dn());
        if (entry.isEmpty()) {
            return new Proposal.Gone();
        }
        DN here = entry.get().parsedDn();
        boolean elsewhere = found.site().accounts().accepting(domain).stream()
                .anyMatch(other -> !other.parsedDn().equals(here));
        List<String> values = entry.get().values(DOMAIN).stream()
                .filter(value -> DomainWellFormed.written(value).equals(domain))
                .toList();
        return values.isEmpty() || !elsewhere
                ? new Proposal.Gone()
                : Proposal.of(List.of(new ValueChange(entry.get().dn(), DOMAIN, values, List.of())));
    }
}
