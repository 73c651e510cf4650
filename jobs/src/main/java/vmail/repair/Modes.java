package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.reader.directory.IncompleteRead;
import vmail.store.MaildirShape;
import vmail.store.StoreItem;
import vmail.writer.repair.Change;
import vmail.writer.repair.ModeChange;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Gives a maildir or folder, with its {@code cur}, {@code new} and {@code tmp}, the modes that maildirmake gives it. */
record Modes() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        List<Change> changes = new ArrayList<>();
        for (StoreItem item : found.site().accounts().layout(found.finding().dn(), place)) {
            Optional<MaildirShape> shape = MaildirShape.of(item);
            if (item.path().equals(place) && shape.isPresent()) {
                change(found, place, shape.get().mode(), changes);
                for (String part : MaildirShape.PARTS) {
                    change(found, place.resolve(part), shape.get().innerMode(), changes);
                }
            }
        }
        return Proposal.of(changes);
    }

    private static void change(Case found, Path path, int mode, List<Change> changes) throws IOException, InTheWay {
        Optional<Standing> now = found.disk().look(path).filter(Standing::isDirectory);
        if (now.isPresent() && now.get().attributes().permissions() != mode) {
            changes.add(new ModeChange(path, now.get().attributes().permissions(), mode));
        }
    }
}
