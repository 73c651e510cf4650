package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.Mending;
import vmail.store.MaildirShape;
import vmail.writer.repair.Change;
import vmail.writer.repair.FolderTaken;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Moves what belongs to no account to the quarantine, and takes the directories above it away that are empty then. */
record OutOfTheWay() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<Standing> standing = found.disk().look(place);
        if (standing.isEmpty() || isWanted(found.site().accounts(), found.disk().base(), place)) {
            return new Proposal.Gone();
        }
        if (found.finding().mending() == Mending.BY_HAND) {
            return new Proposal.Decision("mail came there lately, so that an account seems to be missing");
        }
        if (!found.named()) {
            return new Proposal.Named("");
        }
        List<List<Change>> stages =
                new ArrayList<>(Displacement.of(found, place, standing.get()).stages());
        stages.addAll(emptyAbove(found, place));
        return new Proposal.Work(stages, List::of);
    }

    private static boolean isWanted(LiveLayouts accounts, MailBase base, Path place) throws IncompleteRead {
        if (!place.startsWith(base.sharedMaildirsRoot())) {
            return accounts.isWanted(place);
        }
        int depth = place.getNameCount() - base.sharedMaildirsRoot().getNameCount();
        Path maildir = depth > 1 ? place.resolveSibling("") : place;
        return accounts.shared(maildir).stream().anyMatch(item -> item.path().equals(place));
    }

    /** Not the roots of shared folders, nor a directory that an account will need. */
    static List<List<Change>> emptyAbove(Case found, Path place) throws IOException, IncompleteRead, InTheWay {
        List<List<Change>> stages = new ArrayList<>();
        Path gone = place;
        while (isRemovable(found, gone.resolveSibling(""), gone)) {
            gone = gone.resolveSibling("");
            stages.add(List.of(new FolderTaken(gone, MaildirShape.PARENT_MODE)));
        }
        return stages;
    }

    private static boolean isRemovable(Case found, Path above, Path gone) throws IOException, IncompleteRead, InTheWay {
        MailBase base = found.disk().base();
        if (above.equals(base.path()) || above.equals(base.sharedRoot()) || above.equals(base.sharedMaildirsRoot())) {
            return false;
        }
        Optional<Standing> standing = found.disk().look(above);
        return standing.filter(directory -> isAsMade(found, directory)).isPresent()
                && found.disk().children(above).equals(List.of(gone))
                && !found.site().accounts().isWanted(above);
    }

    /** So that undo makes it again as it was. */
    private static boolean isAsMade(Case found, Standing directory) {
        return directory.attributes().permissions() == MaildirShape.PARENT_MODE
                && directory.attributes().uid() == found.disk().owner().uid()
                && directory.attributes().gid() == found.disk().owner().gid();
    }
}
