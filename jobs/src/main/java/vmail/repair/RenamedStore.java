package vmail.repair;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.Account;
import vmail.reader.directory.IncompleteRead;
import vmail.store.MaildirShape;
import vmail.writer.repair.Change;
import vmail.writer.repair.Move;
import vmail.writer.repair.NewFolder;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Moves a maildir to where its account looks for it since its {@code mailMessageStore} was changed. */
record RenamedStore() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<Path> store = store(found);
        Optional<Standing> standing = found.disk().look(place).filter(Standing::isDirectory);
        if (store.isEmpty()
                || standing.isEmpty()
                || found.disk().look(store.get()).isPresent()
                || found.site().accounts().isWanted(place)) {
            return new Proposal.Gone();
        }
        if (!found.named()) {
            return new Proposal.Named("");
        }
        List<List<Change>> stages = new ArrayList<>();
        for (Path parent = store.get().getParent();
                parent != null && !parent.equals(found.disk().base().path());
                parent = parent.getParent()) {
            if (found.disk().look(parent).isEmpty()) {
                stages.add(0, List.of(new NewFolder(parent, MaildirShape.PARENT_MODE)));
            }
        }
        stages.add(List.of(new Move(place, store.get(), standing.get().inode())));
        stages.addAll(OutOfTheWay.emptyAbove(found, place));
        return new Proposal.Work(stages, List::of);
    }

    /** The account's store, if it is still the one that the finding names. */
    private static Optional<Path> store(Case found) throws IncompleteRead {
        try {
            Path named = Path.of(found.finding().about()).normalize();
            return found.site()
                    .accounts()
                    .account(found.finding().dn())
                    .map((Account account) -> account.store().path())
                    .filter(named::equals);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
