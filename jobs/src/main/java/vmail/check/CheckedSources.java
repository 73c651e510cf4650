package vmail.check;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.LossKind;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.report.run.Counts;
import vmail.store.SharedAccounts;

/**
 * What a check of all sources has shown.
 *
 * @param losses accepted accounts by what they lose
 * @param notes what is worth knowing about a source as a whole
 * @param containers entries above accounts, and domain entries, in the order in which they can be added
 * @param shared shared accounts of the sources and of the directory
 * @param existing accounts that the directory has
 */
public record CheckedSources(
        List<Source> sources,
        ReadOptions options,
        Counts counts,
        Map<LossKind, Long> losses,
        List<Problem> notes,
        Rejects rejects,
        List<Candidate> containers,
        AcceptedDomains domains,
        SharedAccounts shared,
        long existing) {

    public AcceptedRecords accepted() {
        return new AcceptedRecords(sources, options, rejects);
    }

    /** Writes the rejected records of each source that has some, in its own format, ready to be corrected and fed back. */
    public void writeRejects(RejectFile file) throws IOException {
        for (int i = 0; i < sources.size(); i++) {
            if (!rejects.reasons(i).isEmpty()) {
                Source source = sources.get(i);
                Writer out = file.open(source, i + 1);
                source.copyRejects(options, rejects.reasons(i), out);
                out.flush();
            }
        }
    }

    /** Where rejected records go. */
    public interface RejectFile {
        /** @param number of the source on the command line, from 1 */
        Writer open(Source source, int number) throws IOException;
    }
}
