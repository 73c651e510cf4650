package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.store.MaildirShape;
import vmail.writer.repair.Move;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.Standing;

/** A message in {@code new} or {@code cur} of a directory; wherever it goes it keeps its name and which of the two it is in. */
record Mail(Path path, long inode) {

    private static final List<String> FOLDERS = List.of("new", "cur");

    /** Those directly in a directory; messages are files. */
    static List<Mail> in(OpenMailBase disk, Path directory) throws IOException, InTheWay {
        List<Mail> mail = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path path : disk.children(directory.resolve(folder))) {
                Optional<Standing> found = disk.look(path).filter(Standing::isFile);
                found.ifPresent(file -> mail.add(new Mail(path, file.inode())));
            }
        }
        return mail;
    }

    /** Whether mail can be brought there. */
    static boolean isMaildir(OpenMailBase disk, Path directory) throws IOException, InTheWay {
        for (String part : MaildirShape.PARTS) {
            if (disk.look(directory.resolve(part)).filter(Standing::isDirectory).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The same message, after its directory was moved. */
    Mail in(Path directory) {
        return new Mail(target(directory), inode);
    }

    Path target(Path maildir) {
        Path folder = path.resolveSibling("").getFileName();
        return maildir.resolve(folder).resolve(path.getFileName());
    }

    Move to(Path maildir) {
        return new Move(path, target(maildir), inode);
    }
}
