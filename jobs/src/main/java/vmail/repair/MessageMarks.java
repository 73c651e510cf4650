package vmail.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vmail.message.MessageName;
import vmail.message.MessageName.Form;
import vmail.reader.directory.IncompleteRead;
import vmail.writer.repair.Change;
import vmail.writer.repair.Move;
import vmail.writer.store.InTheWay;

/** Adds {@code :2,} to the names of read messages that lack it; a name that is taken stays as it is. */
record MessageMarks() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        List<Change> changes = new ArrayList<>();
        MessageFiles.forEach(found, (file, message) -> {
            String name = file.getFileName().toString();
            if (MessageFiles.isRead(file)
                    && !name.startsWith(".")
                    && MessageName.of(name).form() == Form.BARE) {
                changes.add(new Move(file, file.resolveSibling(name + ":2,"), message.inode()));
            }
        });
        return Proposal.of(changes);
    }
}
