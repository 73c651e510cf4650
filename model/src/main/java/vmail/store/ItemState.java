package vmail.store;

import java.nio.file.Path;
import java.util.List;

/** What is on disk for one item. What can not be looked at is unknown, which is not the same as missing. */
public sealed interface ItemState {

    /** As it must be. */
    record Present() implements ItemState {}

    /** Not there, and the system said so (ENOENT). */
    record Missing() implements ItemState {}

    /** There, but not as it must be; at least one fault. */
    record Wrong(List<Fault> faults) implements ItemState {

        public Wrong {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("wrong, but no fault");
            }
        }
    }

    /**
     * The system refused to tell.
     *
     * @param reason the system's words, as {@code Permission denied}
     */
    record Unknown(Path path, String reason) implements ItemState {}
}
