package vmail.writer.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vmail.store.DeliveryLink;
import vmail.store.Errno;
import vmail.store.MaildirShape;
import vmail.store.Repair;
import vmail.store.Subscription;
import vmail.store.SubscriptionLines;

/** Makes what is missing in a directory that is there already and may be in use at this moment. */
final class InPlace {

    private static final int SUBSCRIPTIONS_MODE = 0644;

    private final Staging staging;
    private final Belongings belongings;

    InPlace(Staging staging, Belongings belongings) {
        this.staging = staging;
        this.belongings = belongings;
    }

    /** What a crash or a person has left out of a maildir; what Postfix makes at the same moment is as good. */
    List<Path> complete(OpenDirectory maildir, MaildirShape shape) throws IOException {
        List<Path> made = new ArrayList<>();
        for (String part : MaildirShape.PARTS) {
            if (maildir.look(part).isEmpty() && makeDirectory(maildir, part, shape.innerMode())) {
                made.add(maildir.path().resolve(part));
            }
        }
        if (shape.marked()
                && maildir.look(MaildirShape.MARKER).isEmpty()
                && linkedIn(
                        maildir,
                        MaildirShape.MARKER,
                        path -> belongings.makeFile(path, new byte[0], MaildirShape.MARKER_MODE))) {
            made.add(maildir.path().resolve(MaildirShape.MARKER));
        }
        return made;
    }

    /** False when somebody was faster. */
    boolean makeDirectory(OpenDirectory parent, String name, int mode) throws IOException {
        return placed(
                parent,
                name,
                path -> belongings.makeDirectory(path, mode),
                temporary -> staging.folder().move(temporary, parent, name));
    }

    /** False when somebody was faster. */
    boolean makeLink(OpenDirectory parent, DeliveryLink link) throws IOException {
        return linkedIn(parent, link.path().getFileName().toString(), path -> belongings.makeLink(path, link.target()));
    }

    /** Not by renaming, which would replace a file of that name. */
    private boolean linkedIn(OpenDirectory parent, String name, Making making) throws IOException {
        return placed(
                parent, name, making, temporary -> Files.createLink(parent.pinned(name), staging.pinned(temporary)));
    }

    /** Made aside, and moved in when it has its owner and its mode: who is killed leaves nothing that belongs to the wrong one. */
    private boolean placed(OpenDirectory parent, String name, Making making, Placing placing) throws IOException {
        String temporary = staging.nextName();
        try {
            making.at(staging.pinned(temporary));
            if (parent.look(name).isPresent()) {
                return false;
            }
            placing.from(temporary);
            return true;
        } catch (FileSystemException e) {
            if (parent.look(name).isPresent()) {
                return false;
            }
            if (!isOtherFileSystem(e)) {
                throw e;
            }
            making.at(parent.pinned(name));
            return true;
        } finally {
            staging.discard(temporary);
        }
    }

    private static boolean isOtherFileSystem(FileSystemException e) {
        return e instanceof AtomicMoveNotSupportedException || Errno.words(e).equals("Invalid cross-device link");
    }

    private interface Making {
        void at(Path path) throws IOException;
    }

    private interface Placing {
        void from(String temporary) throws IOException;
    }

    /**
     * Adds a line to a {@code shared-maildirs}: a reader sees the old file or the new one, nothing between. False when the file
     * is no longer as it was, or came into being meanwhile.
     *
     * @throws InTheWay when the maildir is on another file system, where nothing can be moved to in one step
     */
    boolean append(OpenDirectory maildir, Subscription subscription) throws IOException, InTheWay {
        String name = subscription.path().getFileName().toString();
        Path file = maildir.pinned(name);
        boolean there = maildir.look(name).isPresent();
        byte[] before = there ? StoreLook.read(file) : new byte[0];
        if (!SubscriptionLines.of(before).lines().stream()
                .allMatch(line -> !line.nick().equals(subscription.nick()))) {
            return false;
        }
        int mode = there ? Belongings.look(file).permissions() : SUBSCRIPTIONS_MODE;
        String temporary = staging.nextName();
        Path content = staging.pinned(temporary);
        try {
            belongings.makeFile(content, SubscriptionLines.appended(before, subscription), mode);
            return there ? replace(temporary, maildir, name, before) : linked(content, file);
        } catch (FileSystemException e) {
            if (isOtherFileSystem(e)) {
                throw new InTheWay(
                        maildir.path() + " is on another file system than the mail base",
                        "Run as the mail owner: maildirmake --add "
                                + Repair.quoted(subscription.nick() + "=" + subscription.maildir()) + " "
                                + Repair.quoted(maildir.path()));
            }
            throw e;
        } finally {
            staging.discard(temporary);
        }
    }

    private boolean replace(String temporary, OpenDirectory maildir, String name, byte[] before) throws IOException {
        Optional<byte[]> now =
                maildir.look(name).isPresent() ? Optional.of(StoreLook.read(maildir.pinned(name))) : Optional.empty();
        if (now.isEmpty() || !Arrays.equals(now.get(), before)) {
            return false;
        }
        staging.folder().move(temporary, maildir, name);
        return true;
    }

    /** link(2) never replaces anything. */
    private static boolean linked(Path content, Path file) throws IOException {
        try {
            Files.createLink(file, content);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
