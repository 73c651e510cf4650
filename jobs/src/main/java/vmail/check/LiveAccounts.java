package vmail.check;

import java.util.function.Consumer;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.reader.directory.IncompleteRead;

/** The accounts and domains that the directory holds already. */
public interface LiveAccounts {

    /** All or none: a read that ends early is never taken for the whole. */
    void forEach(Consumer<Candidate> each) throws IncompleteRead;

    AcceptedDomains domains() throws IncompleteRead;

    /** No directory is configured; nothing is known, which is not the same as empty. */
    static LiveAccounts none() {
        return new LiveAccounts() {
            @Override
            public void forEach(Consumer<Candidate> each) {}

            @Override
            public AcceptedDomains domains() {
                return AcceptedDomains.unknown();
            }
        };
    }
}
