package vmail.writer.store;

import java.io.Serial;
import vmail.store.StoreItem;

/** Ends work on one item, because a person has to decide. */
public final class InTheWay extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String found;
    private final String remedy;

    InTheWay(String found, String remedy) {
        super(found, null, false, false);
        this.found = found;
        this.remedy = remedy;
    }

    /** What it is, with its path, lower-case start, no full stop. */
    public String found() {
        return found;
    }

    StoreOutcome.Conflict of(StoreItem item) {
        return new StoreOutcome.Conflict(item, found, remedy);
    }
}
