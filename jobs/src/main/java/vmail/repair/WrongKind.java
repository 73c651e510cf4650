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
import vmail.writer.repair.NewItems;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Moves a file that stands where a maildir or a part of one belongs to the quarantine, and makes what belongs there. */
record WrongKind() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<Standing> standing = found.disk().look(place);
        List<StoreItem> wanted = found.site().accounts().layout(found.finding().dn(), place.resolveSibling(""));
        Optional<StoreItem> item = item(wanted, place);
        if (standing.isEmpty() || standing.get().isDirectory() || item.isEmpty()) {
            return new Proposal.Gone();
        }
        if (standing.get().isLink()) {
            return new Proposal.Decision("it is a symbolic link, whose mail it shows has to be looked at");
        }
        if (!found.named()) {
            return new Proposal.Named("it is " + standing.get().attributes().kind() + " of "
                    + standing.get().attributes().size() + " bytes, which may be mail");
        }
        List<List<Change>> stages =
                new ArrayList<>(Displacement.of(found, place, standing.get()).stages());
        stages.add(List.of(NewItems.insteadOf(place, found.disk(), item.get())));
        if (item.get().path().equals(place)) {
            stages.add(SubscriptionFile.newFiles(wanted));
        }
        return new Proposal.Work(stages, List::of);
    }

    private static Optional<StoreItem> item(List<StoreItem> wanted, Path place) {
        Path above = place.resolveSibling("");
        return wanted.stream()
                .filter(item -> MaildirShape.of(item).isPresent())
                .filter(item -> item.path().equals(place)
                        || (item.path().equals(above)
                                && MaildirShape.PARTS.contains(
                                        place.getFileName().toString())))
                .findFirst();
    }
}
