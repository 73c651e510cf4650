package vmail.repair;

import java.util.List;
import vmail.rule.Finding;
import vmail.writer.repair.Applied;
import vmail.writer.repair.Change;

/** Listens to what is done, and to what is not. */
public interface RepairLog {

    /** The changes that a repair would make now. */
    void would(Finding finding, List<Change> changes);

    void did(Finding finding, Change change, Applied applied);

    /** Of a run that was killed. */
    void resumed(Change change, Applied applied);

    /** For a person, and why. */
    void left(Finding finding, String reason);

    /**
     * Can be repaired once it is named.
     *
     * @param id to name it
     * @param what has to be known for that; may be empty
     */
    void plan(Finding finding, String id, String what);
}
