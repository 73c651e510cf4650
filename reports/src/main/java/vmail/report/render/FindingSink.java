package vmail.report.render;

import java.io.Closeable;
import java.util.List;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/**
 * Where findings go as they are found. Call {@link #add} any number of times, then {@link #finish} once, then {@link
 * #close}; close alone gives the report up. Not for several threads at once.
 *
 * <p>Every method throws {@link ReportNotWritten} when the place does not take the text: a report is whole or the run
 * fails, never silently cut.
 */
public interface FindingSink extends Closeable {

    void add(Finding finding);

    /**
     * Writes the end of the report.
     *
     * @throws AssertionError when the counts of the summary do not add up
     */
    void finish(RunSummary summary);

    @Override
    void close();

    /**
     * One sink that hands everything to each of these. A sink that fails does not keep the text from the others; the
     * first failure is thrown when all have had it.
     */
    static FindingSink all(List<FindingSink> sinks) {
        return new SeveralSinks(sinks);
    }
}
