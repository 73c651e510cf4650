package vmail.reader.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmail.message.FolderFacts;
import vmail.message.MailFacts;
import vmail.message.MailFacts.Amount;
import vmail.message.QuotaFile;
import vmail.store.Owner;

/** What is counted over all folders of an account. */
final class MailCount {

    /** Courier's: IMAP_TRASHFOLDERNAME. */
    private static final Path TRASH = Path.of(".Trash");

    private static final Amount NOTHING = new Amount(0, 0);

    private final Owner owner;
    private final Instant staleBefore;
    private final Tally tally = new Tally();
    private final Links links = new Links();
    private Amount counted = NOTHING;
    private Amount uncounted = NOTHING;
    private Instant touched = Instant.EPOCH;
    private boolean complete = true;
    private boolean opened;

    MailCount(Owner owner, Instant staleBefore) {
        this.owner = owner;
        this.staleBefore = staleBefore;
    }

    Owner owner() {
        return owner;
    }

    Instant staleBefore() {
        return staleBefore;
    }

    Tally tally() {
        return tally;
    }

    Links links() {
        return links;
    }

    void count(Path folder, boolean deleted, Amount amount) {
        if (deleted || folder.equals(TRASH)) {
            uncounted = uncounted.plus(amount);
        } else {
            counted = counted.plus(amount);
        }
    }

    void touched(Instant time) {
        touched = time.isAfter(touched) ? time : touched;
    }

    /** A part of it could not be seen. */
    void incomplete() {
        complete = false;
    }

    void opened() {
        opened = true;
    }

    MailFacts facts(List<FolderFacts> folders, Optional<QuotaFile> quota) {
        if (complete) {
            links.tell(tally);
        }
        return new MailFacts(folders, tally.odd(), counted, uncounted, quota, complete, opened, touched);
    }
}
