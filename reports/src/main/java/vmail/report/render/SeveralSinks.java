package vmail.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/** The same findings for several places; a closed pipe does not spoil the files. */
record SeveralSinks(List<FindingSink> sinks) implements FindingSink {

    SeveralSinks {
        sinks = List.copyOf(sinks);
    }

    @Override
    public void add(Finding finding) {
        toEach(sink -> sink.add(finding));
    }

    @Override
    public void finish(RunSummary summary) {
        toEach(sink -> sink.finish(summary));
    }

    @Override
    public void close() {
        toEach(FindingSink::close);
    }

    private void toEach(Consumer<FindingSink> call) {
        List<ReportNotWritten> failures = new ArrayList<>();
        for (FindingSink sink : sinks) {
            try {
                call.accept(sink);
            } catch (ReportNotWritten e) {
                failures.add(e);
            }
        }
        if (failures.isEmpty()) {
            return;
        }
        ReportNotWritten first = failures.get(0);
        failures.subList(1, failures.size()).forEach(first::addSuppressed);
        throw first;
    }
}
