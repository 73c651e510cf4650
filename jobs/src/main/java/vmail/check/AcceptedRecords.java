package vmail.check;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.reader.source.AccountReader;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;

/** The accounts of all sources that were accepted, read anew, one by one. */
public final class AcceptedRecords implements Closeable {

    private final List<Source> sources;
    private final ReadOptions options;
    private final Rejects rejects;
    private int current = -1;
    private @Nullable AccountReader reader;

    AcceptedRecords(List<Source> sources, ReadOptions options, Rejects rejects) {
        this.sources = sources;
        this.options = options;
        this.rejects = rejects;
    }

    /** The next account, or null behind the last. */
    public @Nullable Candidate read() throws IOException {
        while (true) {
            AccountReader open = reader;
            if (open == null) {
                if (current + 1 == sources.size()) {
                    return null;
                }
                current++;
                reader = sources.get(current).open(options);
                continue;
            }
            Input input = open.read();
            if (input == null) {
                close();
            } else if (input instanceof Candidate candidate
                    && candidate.isAccount()
                    && !rejects.contains(current, RecordLines.lineOf(candidate.origin()))) {
                return candidate;
            }
        }
    }

    @Override
    public void close() throws IOException {
        AccountReader open = reader;
        if (open != null) {
            reader = null;
            open.close();
        }
    }
}
