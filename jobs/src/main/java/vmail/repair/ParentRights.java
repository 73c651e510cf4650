package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.reader.directory.IncompleteRead;
import vmail.store.DiskAttributes;
import vmail.store.Owner;
import vmail.writer.repair.Change;
import vmail.writer.repair.ModeChange;
import vmail.writer.repair.OwnerChange;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Lets the mail owner into a directory above a store: that one directory alone, and only if it is the mail owner's or root's. */
record ParentRights() implements Act {

    private static final int ROOT = 0;
    private static final int OWNERS = 0700;

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<Standing> now = found.disk().look(place);
        if (found.site().accounts().layout(found.finding().dn(), place).isEmpty() || now.isEmpty()) {
            return new Proposal.Gone();
        }
        if (!now.get().isDirectory()) {
            return otherKind(found, place, now.get());
        }
        DiskAttributes attributes = now.get().attributes();
        Owner owner = found.disk().owner();
        List<Change> changes = new ArrayList<>();
        if (attributes.uid() != owner.uid()) {
            if (attributes.uid() != ROOT) {
                return new Proposal.Decision("it belongs to " + attributes.uid() + ":" + attributes.gid());
            }
            if (!Owners.mayGive(found)) {
                return Owners.onlyRoot();
            }
            changes.add(new OwnerChange(place, new Owner(attributes.uid(), attributes.gid()), owner));
        }
        if ((attributes.permissions() & OWNERS) != OWNERS) {
            changes.add(new ModeChange(place, attributes.permissions(), attributes.permissions() | OWNERS));
        }
        return Proposal.of(changes);
    }

    private static Proposal otherKind(Case found, Path place, Standing thing) throws IOException, InTheWay {
        if (thing.isLink()) {
            return new Proposal.Decision("it is a symbolic link, and may be meant so");
        }
        return found.named()
                ? new Proposal.Work(Displacement.of(found, place, thing).stages(), List::of)
                : new Proposal.Named("it is " + thing.attributes().kind());
    }
}
