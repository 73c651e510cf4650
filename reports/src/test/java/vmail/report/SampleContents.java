package vmail.report;

import java.util.List;
import java.util.function.Consumer;
import vmail.report.run.Comparison;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;

/** The contents of a run that no database has. */
public record SampleContents(RunHead head, List<RunFinding> all, List<RunFinding> gone, List<TrendPoint> points)
        implements RunContents {

    /** A run over sources. */
    public static SampleContents of(RunSummary run, RunFinding... findings) {
        return new SampleContents(
                new RunHead(run, List.of(), Comparison.NONE), List.of(findings), List.of(), List.of());
    }

    @Override
    public void findings(Consumer<RunFinding> out) {
        all.forEach(out);
    }

    @Override
    public void fixed(Consumer<RunFinding> out) {
        gone.forEach(out);
    }

    @Override
    public List<TrendPoint> trend() {
        return points;
    }
}
