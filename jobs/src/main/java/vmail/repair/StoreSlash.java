package vmail.repair;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.account.MailStore;
import vmail.reader.directory.IncompleteRead;
import vmail.writer.repair.ValueChange;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Gives a {@code mailMessageStore} its slash, where a maildir or nothing is at the path and no other account has it. */
record StoreSlash() implements Act {

    private static final String STORE = "mailMessageStore";

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Optional<Candidate> entry =
                found.site().accounts().entry(found.finding().dn());
        List<String> stores = entry.map(account -> account.values(STORE)).orElse(List.of());
        if (entry.isEmpty() || stores.size() != 1) {
            return entry.isEmpty() ? new Proposal.Gone() : new Proposal.Decision("it has several stores");
        }
        String store = stores.get(0);
        if (MailStore.of(store, found.disk().base()).isPresent()) {
            return new Proposal.Gone();
        }
        Optional<MailStore> right = MailStore.of(store + "/", found.disk().base());
        if (right.isEmpty()) {
            return new Proposal.Decision("more than its slash is wrong");
        }
        Optional<Standing> standing = found.disk().look(right.get().path());
        if (standing.isPresent() && !standing.get().isDirectory()) {
            return new Proposal.Decision(
                    store + " is " + standing.get().attributes().kind() + ", with mail in it perhaps");
        }
        if (!found.site().accounts().people(right.get().path()).isEmpty()) {
            return new Proposal.Decision("another account has this store");
        }
        return Proposal.of(List.of(new ValueChange(
                entry.get().dn(), STORE, List.of(store), List.of(right.get().value()))));
    }
}
