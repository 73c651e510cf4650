package vmail.reader.mail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.message.FolderFacts;
import vmail.message.MailFacts;
import vmail.message.Mailbox;
import vmail.message.Oddity;
import vmail.message.QuotaFile;
import vmail.store.Errno;
import vmail.store.MaildirShape;
import vmail.store.Owner;

/**
 * Counts the mail of accounts, file by file, and reads none of it. Memory grows with the number of folders of one account, not with
 * messages but for eight bytes each in the largest folder.
 *
 * <p>What Courier keeps of opened shared folders ({@code shared-folders}) is not looked at: its links are no messages.
 */
public final class MailReader implements AutoCloseable {

    private static final Path KEYWORDS = Path.of("courierimapkeywords");
    private static final Path UID_LIST = Path.of(UidListLook.NAME);

    private final MailBase base;
    private final OpenDirectory top;
    private final Owner owner;

    private MailReader(MailBase base, OpenDirectory top, Owner owner) {
        this.base = base;
        this.top = top;
        this.owner = owner;
    }

    /** @param owner who mail must belong to; without one that is who the mail base belongs to */
    public static MailReader open(MailBase base, Optional<Owner> owner, Pace pace) throws IOException {
        OpenDirectory top = OpenDirectory.base(base.path(), pace);
        Owner mailOwner = owner.orElseGet(() ->
                new Owner(top.seen().attributes().uid(), top.seen().attributes().gid()));
        return new MailReader(base, top, mailOwner);
    }

    /** Who mail must belong to. */
    public Owner owner() {
        return owner;
    }

    /**
     * The mail of one account.
     *
     * @param staleBefore what is in {@code tmp} since before then is left over
     * @param unseen is told what could not be seen, each directory once
     * @return empty where there is no maildir, which another part of the audit tells
     */
    public Optional<MailFacts> read(Mailbox mailbox, Instant staleBefore, Consumer<String> unseen) {
        try {
            return descend(top, base.path().relativize(mailbox.maildir()), 0, mailbox, staleBefore, unseen);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            unseen.accept(words(mailbox.maildir(), e));
            return Optional.empty();
        }
    }

    /** Name by name, so that no link is followed. */
    private Optional<MailFacts> descend(
            OpenDirectory here, Path way, int depth, Mailbox mailbox, Instant staleBefore, Consumer<String> unseen)
            throws IOException {
        if (depth == way.getNameCount()) {
            return Optional.of(maildir(here, mailbox, new MailCount(owner, staleBefore), unseen));
        }
        Optional<OpenDirectory> next = here.directory(way.getName(depth));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        try (OpenDirectory open = next.get()) {
            return descend(open, way, depth + 1, mailbox, staleBefore, unseen);
        }
    }

    private static MailFacts maildir(OpenDirectory maildir, Mailbox mailbox, MailCount mail, Consumer<String> unseen)
            throws IOException {
        List<FolderFacts> folders = new ArrayList<>();
        List<QuotaFile> quota = new ArrayList<>();
        folder(maildir, FolderFacts.INBOX, mail, unseen).ifPresent(folders::add);
        maildir.forEach(name -> {
            Optional<Look> found = maildir.look(name);
            if (found.isEmpty()) {
                return;
            }
            if (name.toString().equals(QuotaLook.NAME)
                    && !FolderLook.isSpecial(found.get().attributes())) {
                quota.add(QuotaLook.of(maildir, found.get()));
            }
            if (found.get().attributes().isDirectory() && isFolder(name, mailbox)) {
                inside(maildir, name, found.get(), mail, unseen).ifPresent(folders::add);
            }
        });
        return mail.facts(folders, quota.stream().findFirst());
    }

    private static boolean isFolder(Path name, Mailbox mailbox) {
        String text = name.toString();
        return mailbox.isShared() ? mailbox.shared().contains(text) : text.startsWith(".");
    }

    private static Optional<FolderFacts> inside(
            OpenDirectory maildir, Path name, Look found, MailCount mail, Consumer<String> unseen) throws IOException {
        Optional<OpenDirectory> open = Optional.empty();
        try {
            open = maildir.directory(name, found);
            return open.isPresent() ? folder(open.get(), name, mail, unseen) : Optional.empty();
        } catch (IOException e) {
            mail.incomplete();
            unseen.accept(words(maildir.path().resolve(name), e));
            return Optional.empty();
        } finally {
            if (open.isPresent()) {
                open.get().close();
            }
        }
    }

    private static Optional<FolderFacts> folder(
            OpenDirectory folder, Path name, MailCount mail, Consumer<String> unseen) {
        try {
            mail.touched(folder.seen().modified());
            FolderFacts facts = new FolderLook(folder, name, mail).facts();
            around(folder, name, facts, mail);
            return Optional.of(facts);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            mail.incomplete();
            unseen.accept(words(folder.path(), e));
            return Optional.empty();
        }
    }

    /** What lies beside {@code cur}, {@code new} and {@code tmp}. */
    private static void around(OpenDirectory folder, Path name, FolderFacts facts, MailCount mail) throws IOException {
        folder.forEach(file -> {
            Optional<Look> found = folder.look(file);
            if (found.isEmpty()) {
                return;
            }
            String text = file.toString();
            if (text.startsWith("courier") || text.startsWith("dovecot")) {
                mail.opened();
            }
            // of cur, new and tmp it is told that they are no directories
            if (MaildirShape.PARTS.contains(text)) {
                return;
            }
            if (FolderLook.isSpecial(found.get().attributes())) {
                mail.tally().add(Oddity.SPECIAL, name.resolve(file));
            } else if (file.equals(UID_LIST)) {
                UidListLook.oddity(folder, found.get())
                        .ifPresent(oddity -> mail.tally().add(oddity, shown(name)));
            } else if (file.equals(KEYWORDS)) {
                mail.touched(found.get().modified());
                keywords(folder, name, found.get(), facts, mail);
            }
        });
    }

    /** Keywords are set on messages that have a UID: without the list it has got lost. */
    private static void keywords(OpenDirectory folder, Path name, Look found, FolderFacts facts, MailCount mail)
            throws IOException {
        if (facts.seen() == 0
                || !found.attributes().isDirectory()
                || folder.look(UID_LIST).isPresent()) {
            return;
        }
        Optional<OpenDirectory> keywords = folder.directory(KEYWORDS, found);
        if (keywords.isEmpty()) {
            return;
        }
        int[] count = {0};
        try (OpenDirectory open = keywords.get()) {
            open.forEach(file -> count[0]++);
        }
        if (count[0] > 0 && folder.look(UID_LIST).isEmpty()) {
            mail.tally().add(Oddity.NO_UID_LIST, shown(name));
        }
    }

    /** A folder's name, also of the one that has none. */
    private static Path shown(Path name) {
        return name.equals(FolderFacts.INBOX) ? Path.of("INBOX") : name;
    }

    private static String words(Path path, IOException e) {
        return new DiskPath(path) + ": " + Errno.words(e);
    }

    @Override
    public void close() throws IOException {
        top.close();
    }
}
