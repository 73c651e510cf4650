package vmail.reader.mail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import vmail.message.FolderFacts;
import vmail.message.MailFacts.Amount;
import vmail.message.MessageMode;
import vmail.message.MessageName;
import vmail.message.Oddity;
import vmail.store.DiskAttributes;
import vmail.store.Owner;

/** Counts what is in {@code new}, {@code cur} and {@code tmp} of one folder. Nothing is kept of a message but its count. */
final class FolderLook {

    static final Path NEW = Path.of("new");
    static final Path CUR = Path.of("cur");
    static final Path TMP = Path.of("tmp");

    private final OpenDirectory folder;
    private final Path name;
    private final MailCount mail;
    private final Owner owner;
    private final Twins twins = new Twins();
    private long fresh;
    private long seen;
    private Optional<Instant> oldestFresh = Optional.empty();
    private Optional<Instant> newest = Optional.empty();

    /** @param name in the maildir */
    FolderLook(OpenDirectory folder, Path name, MailCount mail) {
        this.folder = folder;
        this.name = name;
        this.mail = mail;
        this.owner = mail.owner();
    }

    FolderFacts facts() throws IOException {
        part(NEW, this::inNew);
        part(CUR, this::inCur);
        part(TMP, this::inTmp);
        twins.tell(folder, name, mail.tally());
        return new FolderFacts(name, fresh, seen, oldestFresh, newest);
    }

    private interface Kind {
        void take(OpenDirectory part, Path file, Look look);
    }

    /** What is missing, or is no directory, has been told by who compares maildirs with what they must be. */
    private void part(Path part, Kind kind) throws IOException {
        Optional<OpenDirectory> found = folder.directory(part);
        if (found.isEmpty()) {
            return;
        }
        try (OpenDirectory open = found.get()) {
            mail.touched(open.seen().modified());
            open.forEach(file -> {
                Optional<Look> look = open.look(file);
                if (look.isPresent()) {
                    kind.take(open, name.resolve(part).resolve(file), look.get());
                }
            });
            open.requireInPlace();
        } catch (NoSuchFileException e) {
            // renamed or deleted by its owner: what was in it is met elsewhere, or nowhere
            return;
        }
    }

    private void inNew(OpenDirectory part, Path file, Look look) {
        if (isMessage(part, file, look)) {
            fresh++;
            Instant latest = delivered(file, look, true);
            oldestFresh = Optional.of(oldestFresh.filter(latest::isAfter).orElse(latest));
        }
    }

    private void inCur(OpenDirectory part, Path file, Look look) {
        if (isMessage(part, file, look)) {
            seen++;
            if (MessageName.of(fileName(file)).form() == MessageName.Form.BARE) {
                mail.tally().add(Oddity.UNMARKED, file);
            }
        }
    }

    private void inTmp(OpenDirectory part, Path file, Look look) {
        if (isSpecial(look.attributes())) {
            mail.tally().add(Oddity.SPECIAL, file);
        } else if (look.modified().isBefore(mail.staleBefore())) {
            mail.tally().add(Oddity.STALE, file);
        }
        if (look.attributes().isFile()) {
            // Postfix gives a message its name in new before it takes away the one in tmp
            mail.links().add(look, file);
        }
    }

    private boolean isMessage(OpenDirectory part, Path file, Look look) {
        DiskAttributes found = look.attributes();
        if (!found.isFile()) {
            mail.tally()
                    .add(
                            found.isDirectory() ? Oddity.DIRECTORY : found.isLink() ? Oddity.LINKED : Oddity.SPECIAL,
                            file);
            return false;
        }
        String text = fileName(file);
        if (text.startsWith(".")) {
            // no mail program takes it for a message
            return false;
        }
        rights(part, file, found);
        if (found.size() == 0) {
            mail.tally().add(Oddity.EMPTY, file);
        }
        MessageName message = MessageName.of(text);
        if (message.form() == MessageName.Form.ODD) {
            mail.tally().add(Oddity.FLAGS, file);
        }
        twins.add(message.base());
        mail.links().add(look, file);
        mail.count(name, MessageName.isDeleted(text), new Amount(1, found.size()));
        Instant earliest = delivered(file, look, false);
        newest = Optional.of(newest.filter(earliest::isBefore).orElse(earliest));
        return true;
    }

    private void rights(OpenDirectory part, Path file, DiskAttributes found) {
        if (!MessageMode.isReadable(found, owner)) {
            // who owns the directory, too, has taken the whole maildir: that is told of it
            if (found.uid() == owner.uid()
                    || found.uid() != part.seen().attributes().uid()) {
                mail.tally().add(Oddity.UNREADABLE, file);
            }
        } else if (MessageMode.isOdd(found, owner)) {
            boolean open = part.passable() && MessageMode.isOpen(found, owner);
            mail.tally().add(open ? Oddity.OPEN : Oddity.MODE, file);
        }
    }

    /** A copy may have lost the time of a file or, less often, its name: the later or the earlier of what the two say. */
    private static Instant delivered(Path file, Look look, boolean later) {
        return MessageName.delivered(fileName(file))
                .filter(named -> named.isAfter(look.modified()) == later)
                .orElse(look.modified());
    }

    static boolean isSpecial(DiskAttributes found) {
        return !found.isFile() && !found.isDirectory() && !found.isLink();
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }
}
