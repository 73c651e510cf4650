package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vmail.message.MessageMode;
import vmail.reader.directory.IncompleteRead;
import vmail.store.DiskAttributes;
import vmail.store.Owner;
import vmail.writer.repair.Change;
import vmail.writer.repair.ModeChange;
import vmail.writer.repair.OwnerChange;
import vmail.writer.store.InTheWay;

/**
 * Gives the mail owner the messages that root has copied into an account's maildir, and all that need it the mode that Postfix gives. What
 * belongs to somebody else may be somebody else's.
 */
record MessageRights() implements Act {

    private static final int ROOT = 0;

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Owner owner = found.disk().owner();
        List<Change> gifts = new ArrayList<>();
        List<Change> modes = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        MessageFiles.forEach(found, (file, message) -> {
            DiskAttributes now = message.attributes();
            if (now.uid() == owner.uid()) {
                if (!MessageMode.isReadable(now, owner) || MessageMode.isOdd(now, owner)) {
                    modes.add(mode(file, now));
                }
            } else if (!MessageMode.isReadable(now, owner)) {
                if (now.uid() == ROOT) {
                    gifts.add(new OwnerChange(file, new Owner(now.uid(), now.gid()), owner));
                } else {
                    others.add(now.uid() + ":" + now.gid());
                }
            }
        });
        if (!gifts.isEmpty() && !Owners.mayGive(found)) {
            return modes.isEmpty() ? Owners.onlyRoot() : Proposal.of(modes);
        }
        modes.addAll(gifts);
        return modes.isEmpty() && !others.isEmpty()
                ? new Proposal.Decision("messages belong to " + String.join(" and ", others) + " and not to root")
                : Proposal.of(modes);
    }

    private static Change mode(Path file, DiskAttributes now) {
        return new ModeChange(file, now.permissions(), MessageMode.USUAL);
    }
}
