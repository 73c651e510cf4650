package vmail.writer.store;

import java.nio.file.Path;
import java.util.List;
import vmail.store.StoreItem;

/** What became of an item. */
public sealed interface StoreOutcome {

    StoreItem item();

    /**
     * Something was made.
     *
     * @param paths what was not there before, parents first; {@code cur}, {@code new} and {@code tmp} only where the rest was there
     */
    record Made(StoreItem item, List<Path> paths) implements StoreOutcome {

        public Made {
            paths = List.copyOf(paths);
        }
    }

    /** Nothing had to be made. Says nothing about modes that do no harm; the audit does. */
    record AlreadyThere(StoreItem item) implements StoreOutcome {}

    /**
     * Something is in the way. It was not touched, and mail for this account does not arrive where it should.
     *
     * @param found what it is, with its path, lower-case start, no full stop
     * @param remedy an instruction, no full stop
     */
    record Conflict(StoreItem item, String found, String remedy) implements StoreOutcome {}
}
