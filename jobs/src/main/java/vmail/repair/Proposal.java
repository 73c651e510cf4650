package vmail.repair;

import java.io.IOException;
import java.util.List;
import vmail.writer.repair.Change;
import vmail.writer.store.InTheWay;

/** What can be done about a finding now. */
sealed interface Proposal {

    /**
     * These changes.
     *
     * @param stages each is begun only when the one before it met no conflict; the changes of one do not depend on each other
     * @param late what is still to be done when they are through, because servers went on working meanwhile
     */
    record Work(List<List<Change>> stages, Late late) implements Proposal {

        public Work {
            stages = stages.stream()
                    .map(List::copyOf)
                    .filter(stage -> !stage.isEmpty())
                    .toList();
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("no changes are no work");
            }
        }

        /** One after the other. */
        static Work of(List<Change> changes) {
            return new Work(changes.stream().map(List::of).toList(), List::of);
        }

        List<Change> changes() {
            return stages.stream().flatMap(List::stream).toList();
        }
    }

    /** Nothing: it is no longer so. */
    record Gone() implements Proposal {}

    /** Nothing that a program may decide. */
    record Decision(String reason) implements Proposal {}

    /** The same as work, once an administrator has named the finding. */
    record Named(String what) implements Proposal {}

    /** Looks once more. */
    interface Late {
        List<Change> changes() throws IOException, InTheWay;
    }

    static Proposal of(List<Change> changes) {
        return changes.isEmpty() ? new Gone() : Work.of(changes);
    }
}
