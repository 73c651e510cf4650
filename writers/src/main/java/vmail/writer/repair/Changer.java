package vmail.writer.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Makes changes that belong together.
     *
     * @param reason why, for the journal
     * @param stages those of one do not depend on each other; each is begun only when the one before met no conflict
     * @param told each change with what became of it
     * @return whether none met a conflict
     */
    public boolean make(String reason, List<List<Change>> stages, Told told) throws IOException, DirectoryUnavailable {
        List<Change> all = stages.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return true;
        }
        long number = journal.begin(reason, all);
        boolean whole = true;
        for (List<Change> stage : stages) {
            boolean begin = whole;
            for (Change change : stage) {
                if (begin) {
                    whole &= make(number, change, told);
                } else {
                    journal.ended(number, Applied.conflict("what it depends on was not done"));
                }
                number++;
            }
        }
        return whole;
    }

    private boolean make(long number, Change change, Told told) throws IOException, DirectoryUnavailable {
        Applied applied = bench.apply(change);
        journal.ended(number, applied);
        told.about(change, applied);
        return !applied.isConflict();
    }

    /**
     * Ends what the run had begun when it was killed: changes that belong together, of which some are made and some are not. What was
     * only planned is forgotten; who looks again finds it again.
     *
     * @return whether something was done
     */
    public boolean resume(Told told) throws IOException, DirectoryUnavailable {
        Map<Long, List<JournalEntry>> acts = new LinkedHashMap<>();
        journal.earlier()
                .forEach(entry -> acts.computeIfAbsent(entry.act(), key -> new ArrayList<>())
                        .add(entry));
        if (!acts.isEmpty()) {
            // sweeps what it has left of things half made, also when nothing else is left to do
            bench.disk().alteration();
        }
        boolean resumed = false;
        for (List<JournalEntry> act : acts.values()) {
            if (act.stream().anyMatch(JournalEntry::open)) {
                boolean begun = isBegun(act);
                resumed |= begun;
                end(act, begun, told);
            }
        }
        return resumed;
    }

    /** A folder may have been there before. */
    private boolean isBegun(List<JournalEntry> act) throws IOException, DirectoryUnavailable {
        for (JournalEntry entry : act) {
            boolean folder = entry.change() instanceof NewFolder;
            if (!folder && (entry.made() || (entry.open() && isMade(entry.change())))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMade(Change change) throws IOException, DirectoryUnavailable {
        return bench.look(change).kind() == Applied.Kind.NEEDLESS;
    }

    private void end(List<JournalEntry> act, boolean begun, Told told) throws IOException, DirectoryUnavailable {
        for (JournalEntry entry : act) {
            if (!entry.open()) {
                continue;
            }
            if (begun && !isMade(entry.change())) {
                make(entry.number(), entry.change(), told);
            } else if (isMade(entry.change())) {
                // by this run, a moment before it was killed
                journal.ended(entry.number(), Applied.DONE);
            } else {
                journal.ended(entry.number(), Applied.conflict("the run was killed before it was begun"));
            }
        }
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
