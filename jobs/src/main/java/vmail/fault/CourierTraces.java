package vmail.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import vmail.store.MaildirShape;

/** Mail, and what Courier-IMAP adds to maildirs once people have logged in: normal, whatever an audit makes of it. */
final class CourierTraces {

    static final String SENT = ".Sent";
    /** {@code maildirmake -f}. */
    static final MaildirShape FOLDER = new MaildirShape(0700, 0700, true);

    private final ScratchDisk disk;
    private final long second;
    private long messages;

    /** @param now when mail has come: after the entries, which an audit compares with it */
    CourierTraces(ScratchDisk disk, Instant now) {
        this.disk = disk;
        this.second = now.getEpochSecond();
    }

    void of(Household household) throws IOException {
        used(household.ada().store());
        opened(household, household.ada(), household.gazette());
        used(household.cleo().store());
        sent(household.cleo().store());
        used(household.dora().store());
        sent(household.dora().store());
        disk.maildir(household.fay().store(), MaildirShape.PERSONAL);
        used(household.fay().store());
        read(household.folder(household.gazette()));
        index(household.folder(household.gazette()));
        fresh(household.folder(household.team()));
    }

    /** A maildir whose owner reads mail. */
    private void used(Path maildir) throws IOException {
        read(maildir);
        fresh(maildir);
        index(maildir);
        disk.file(maildir.resolve("courierimapsubscribed"), "INBOX\nINBOX.Sent\n", 0644);
        disk.directory(maildir.resolve("courierimaphieracl"), 0700);
    }

    private void sent(Path maildir) throws IOException {
        Path folder = maildir.resolve(SENT);
        disk.maildir(folder, FOLDER);
        disk.file(folder.resolve("courierimapacl"), "owner aceilrstwx\nadministrators aceilrstwx\n", 0644);
        read(folder);
        index(folder);
    }

    private void index(Path folder) throws IOException {
        disk.file(folder.resolve("courierimapuiddb"), "1 " + second + " 2\n", 0644);
        disk.directory(folder.resolve("courierimapkeywords"), 0700);
    }

    /** What SELECT of a shared folder leaves in the reader's maildir. */
    private void opened(Household household, Member reader, Member shared) throws IOException {
        Path box = household.opened(reader, shared).resolve(shared.uid());
        disk.directory(reader.store().resolve("shared-folders"), 0700);
        disk.directory(household.opened(reader, shared), 0700);
        disk.maildir(box, MaildirShape.PERSONAL);
        disk.link(box.resolve("shared"), household.folder(shared));
        disk.file(box.resolve("shared-timestamp"), "\0", 0600);
        index(box);
    }

    private void read(Path maildir) throws IOException {
        message(maildir.resolve("cur"), ":2,S");
    }

    private void fresh(Path maildir) throws IOException {
        message(maildir.resolve("new"), "");
    }

    private void message(Path folder, String flags) throws IOException {
        messages++;
        String name = second + ".M" + messages + "P1.mx.example" + flags;
        Path file = folder.resolve(name);
        String text = "From: stranger@elsewhere.example\nMessage-ID: <" + messages + "@elsewhere.example>\nSubject: "
                + messages + "\n\nHello.\n";
        disk.file(file, text, 0600);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    }
}
