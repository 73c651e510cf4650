package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vmail.reader.directory.IncompleteRead;
import vmail.store.DiskAttributes;
import vmail.store.Owner;
import vmail.writer.repair.Change;
import vmail.writer.repair.OwnerChange;
import vmail.writer.store.InTheWay;

/**
 * Gives the mail owner what root has made in an account's store: the maildir and all that is in it, links themselves and not what they
 * lead to. What belongs to somebody else may be somebody else's.
 */
record Owners() implements Act {

    private static final int ROOT = 0;

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        if (found.site().accounts().layout(found.finding().dn(), place).stream()
                .noneMatch(item -> item.path().equals(place))) {
            return new Proposal.Gone();
        }
        List<Change> changes = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        Owner owner = found.disk().owner();
        found.disk().walk(place, (path, thing) -> {
            DiskAttributes now = thing.attributes();
            if (now.uid() == ROOT || (now.uid() == owner.uid() && now.gid() != owner.gid())) {
                changes.add(new OwnerChange(path, new Owner(now.uid(), now.gid()), owner));
            } else if (now.uid() != owner.uid()) {
                others.add(now.uid() + ":" + now.gid());
            }
        });
        if (changes.isEmpty()) {
            return others.isEmpty()
                    ? new Proposal.Gone()
                    : new Proposal.Decision("it belongs to " + String.join(" and ", others) + " and not to root");
        }
        return mayGive(found) ? new Proposal.Work(List.of(changes), List::of) : onlyRoot();
    }

    static boolean mayGive(Case found) {
        return found.disk().mayGive();
    }

    static Proposal onlyRoot() {
        return new Proposal.Decision("only root can give it to the mail owner: run vmail repair as root, with --owner");
    }
}
