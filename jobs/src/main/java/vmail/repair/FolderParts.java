package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.Account;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.StoreRule;
import vmail.store.MaildirShape;
import vmail.writer.repair.Change;
import vmail.writer.repair.ContentChange;
import vmail.writer.repair.NewFolder;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Makes what a person's own folder lacks: {@code cur}, {@code new}, {@code tmp}; for the other rule the marker. A directory without any
 * of the three in which other directories lie may be no folder at all.
 */
record FolderParts() implements Act {

    private static final int MODE = 0700;

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path folder = found.place();
        Optional<Account> account =
                found.site().accounts().account(found.finding().dn());
        if (account.filter(owner -> folder.startsWith(owner.store().path())).isEmpty()
                || found.disk().look(folder).filter(Standing::isDirectory).isEmpty()) {
            return new Proposal.Gone();
        }
        List<Path> children = found.disk().children(folder);
        List<Change> parts = new ArrayList<>();
        for (String part : MaildirShape.PARTS) {
            if (!children.contains(folder.resolve(part))) {
                parts.add(new NewFolder(folder.resolve(part), MODE));
            }
        }
        if (parts.size() == MaildirShape.PARTS.size() && hasDirectories(found, children)) {
            return new Proposal.Decision("other directories are in it, so that it may be no folder");
        }
        List<Change> changes =
                found.finding().rule().equals(StoreRule.FOLDER_MARKED.id()) ? marker(folder, children) : parts;
        return changes.isEmpty() ? new Proposal.Gone() : new Proposal.Work(List.of(changes), List::of);
    }

    private static List<Change> marker(Path folder, List<Path> children) {
        Path marker = folder.resolve(MaildirShape.MARKER);
        return children.contains(marker)
                ? List.of()
                : List.of(
                        ContentChange.of(marker, Optional.empty(), Optional.of(new byte[0]), MaildirShape.MARKER_MODE));
    }

    private static boolean hasDirectories(Case found, List<Path> children) throws IOException, InTheWay {
        for (Path child : children) {
            if (found.disk().look(child).filter(Standing::isDirectory).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
