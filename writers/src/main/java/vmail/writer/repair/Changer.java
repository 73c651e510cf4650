package vmail.writer.repair;

import java.io.IOException;
import java.util.List;
import vmail.account.DirectoryUnavailable;

/** Makes changes one after the other: first the journal, then the deed. */
public final class Changer {

    private final Workbench bench;
    private final Journal journal;

    public Changer(Workbench bench, Journal journal) {
        this.bench = bench;
        this.journal = journal;
    }

    /**
     * Makes each of some changes that do not depend on each other.
     *
     * @param reason why, for the journal
     * @param told each change with what became of it
     * @return whether none met a conflict
     */
    public boolean make(String reason, List<Change> changes, Told told) throws IOException, DirectoryUnavailable {
        if (changes.isEmpty()) {
            return true;
        }
        long number = journal.begin(reason, changes);
        boolean all = true;
        for (Change change : changes) {
            Applied applied = bench.apply(change);
            journal.ended(number, applied);
            told.about(change, applied);
            all &= !applied.isConflict();
            number++;
        }
        return all;
    }

    /** What was done survives a power cut after this. */
    public void sync() throws IOException {
        bench.disk().sync();
    }

    /** Listens to what is done. */
    public interface Told {
        void about(Change change, Applied applied);
    }
}
