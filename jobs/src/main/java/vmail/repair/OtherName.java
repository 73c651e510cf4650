package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vmail.account.Account;
import vmail.reader.directory.IncompleteRead;
import vmail.writer.repair.Move;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Gives a folder in a person's maildir the name under which mail programs show it. They keep what they know of a folder, subscriptions
 * too, under its old name.
 *
 * @param name where it belongs
 */
record OtherName(UnaryOperator<Path> name) implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Path other = name.apply(place);
        Optional<Account> account =
                found.site().accounts().account(found.finding().dn());
        Optional<Standing> standing = found.disk().look(place).filter(Standing::isDirectory);
        if (account.filter(owner -> place.startsWith(owner.store().path())).isEmpty()
                || standing.isEmpty()
                || other.equals(place)) {
            return new Proposal.Gone();
        }
        if (found.disk().look(other).isPresent()) {
            return new Proposal.Decision(other + " is there already");
        }
        return found.named()
                ? Proposal.of(List.of(new Move(place, other, standing.get().inode())))
                : new Proposal.Named("it becomes " + other.getFileName());
    }
}
