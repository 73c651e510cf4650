package vmail.cli;

import java.io.OutputStream;
import vmail.report.render.CheckedOutput;
import vmail.report.render.FindingSink;
import vmail.report.render.JsonReport;
import vmail.report.render.JsonSink;
import vmail.report.render.Report;
import vmail.report.render.TextReport;
import vmail.report.render.TextSink;
import vmail.report.run.RunContents;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/**
 * What a command says on standard output: findings as they are found, figures at the end; of an audit, whose findings
 * have an order and a history, all at the end.
 */
final class Answer implements FindingSink {

    /** For commands whose run folder has all findings. */
    static final int PER_RULE = 20;
    /** For commands that leave no files. */
    static final int ALL = Integer.MAX_VALUE;

    private final FindingSink sink;
    private final Report report;
    private final OutputStream out;
    private final TerminalProgress progress;

    private Answer(FindingSink sink, Report report, OutputStream out, TerminalProgress progress) {
        this.sink = sink;
        this.report = report;
        this.out = out;
        this.progress = progress;
    }

    /** For a run over sources. */
    static Answer of(SettingsOptions.Format format, Terminal terminal, TerminalProgress progress, int perRule) {
        CheckedOutput out = new CheckedOutput(terminal.out());
        FindingSink sink = format == SettingsOptions.Format.json
                ? new JsonSink(out)
                : new TextSink(terminal.out(), terminal.coloured(), perRule);
        return new Answer(sink, (contents, nowhere) -> {}, out, progress);
    }

    /** For an audit. */
    static Answer atTheEnd(SettingsOptions.Format format, Terminal terminal, TerminalProgress progress) {
        Report report = format == SettingsOptions.Format.json
                ? new JsonReport()
                : new TextReport(terminal.coloured(), PER_RULE);
        return new Answer(new Silence(), report, new CheckedOutput(terminal.out()), progress);
    }

    @Override
    public void add(Finding finding) {
        progress.clear();
        sink.add(finding);
    }

    @Override
    public void finish(RunSummary summary) {
        progress.clear();
        sink.finish(summary);
    }

    /** Says what is told of a run that is kept, and has not been said while it ran. */
    void tell(RunContents contents) {
        progress.clear();
        report.write(contents, out);
    }

    /** Whether the report says why an audit is inconclusive. */
    boolean tellsReasons() {
        return report instanceof TextReport;
    }

    @Override
    public void close() {
        progress.clear();
        sink.close();
    }

    /** Until the report can be made. */
    private record Silence() implements FindingSink {

        @Override
        public void add(Finding finding) {
            // its place in the report is not known yet
        }

        @Override
        public void finish(RunSummary summary) {
            // the report has the figures
        }

        @Override
        public void close() {
            // the output belongs to who opened it
        }
    }
}
