package vmail.repair;

import java.io.IOException;
import vmail.reader.directory.IncompleteRead;
import vmail.writer.store.InTheWay;

/**
 * How the findings of a rule are put right. Looks at directory and disk as they are at this moment, whatever the finding saw, and
 * touches neither.
 */
interface Act {

    /** @throws InTheWay when something is on the way that only a person can judge */
    Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay;
}
