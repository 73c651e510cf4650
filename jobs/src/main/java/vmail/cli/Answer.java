package vmail.cli;

import vmail.report.render.CheckedOutput;
import vmail.report.render.FindingSink;
import vmail.report.render.JsonSink;
import vmail.report.render.TextSink;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/** What a command says on standard output: findings as they are found, figures at the end. */
final class Answer implements FindingSink {

    /** For commands whose run folder has all findings. */
    static final int PER_RULE = 20;
    /** For commands that leave no files. */
    static final int ALL = Integer.MAX_VALUE;

    private final FindingSink sink;
    private final TerminalProgress progress;

    private Answer(FindingSink sink, TerminalProgress progress) {
        this.sink = sink;
        this.progress = progress;
    }

    static Answer of(SettingsOptions.Format format, Terminal terminal, TerminalProgress progress, int perRule) {
        FindingSink sink = format == SettingsOptions.Format.json
                ? new JsonSink(new CheckedOutput(terminal.out()))
                : new TextSink(terminal.out(), terminal.coloured(), perRule);
        return new Answer(sink, progress);
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

    @Override
    public void close() {
        progress.clear();
        sink.close();
    }
}
