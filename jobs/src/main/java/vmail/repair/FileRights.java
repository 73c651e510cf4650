package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.reader.directory.IncompleteRead;
import vmail.store.DiskAttributes;
import vmail.store.Owner;
import vmail.store.SubscriptionLines;
import vmail.writer.repair.Change;
import vmail.writer.repair.ModeChange;
import vmail.writer.repair.OwnerChange;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Lets Courier read a {@code shared-maildirs} that root has written, or that has lost its mode. */
record FileRights() implements Act {

    private static final int ROOT = 0;
    private static final int READ_AND_WRITE = 0600;

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path file = found.place();
        Optional<Standing> now = found.disk().look(file);
        if (now.isEmpty()) {
            return new Proposal.Gone();
        }
        DiskAttributes attributes = now.get().attributes();
        Owner owner = found.disk().owner();
        boolean strange = attributes.uid() != owner.uid();
        if (!now.get().isFile() || attributes.size() > SubscriptionLines.LARGEST) {
            return otherKind(found, file, now.get());
        }
        if (strange && attributes.uid() != ROOT) {
            return new Proposal.Decision("it belongs to " + attributes.uid() + ":" + attributes.gid());
        }
        if (strange && !Owners.mayGive(found)) {
            return Owners.onlyRoot();
        }
        List<Change> changes = new ArrayList<>();
        if (strange) {
            changes.add(new OwnerChange(file, new Owner(attributes.uid(), attributes.gid()), owner));
        }
        if ((attributes.permissions() & READ_AND_WRITE) != READ_AND_WRITE) {
            changes.add(new ModeChange(file, attributes.permissions(), attributes.permissions() | READ_AND_WRITE));
        }
        return Proposal.of(changes);
    }

    /** The file is made anew, with the lines that seeAlso asks for. */
    private static Proposal otherKind(Case found, Path file, Standing thing)
            throws IOException, IncompleteRead, InTheWay {
        if (!found.named()) {
            return new Proposal.Named("it is " + thing.attributes().kind() + " of "
                    + thing.attributes().size() + " bytes");
        }
        List<List<Change>> stages =
                new ArrayList<>(Displacement.of(found, file, thing).stages());
        stages.add(SubscriptionFile.newFiles(
                found.site().accounts().layout(found.finding().dn(), file)));
        return new Proposal.Work(stages, List::of);
    }
}
