package vmail.report.render;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import vmail.report.run.Acceptance;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** The fields of the values of a run, the same in each form of JSON. What does not apply to a command is left out. */
record RunJson(JsonGenerator json) {

    void run(RunSummary run) {
        if (!run.id().isEmpty()) {
            json.writeStringProperty("run", run.id());
        }
        json.writeStringProperty("command", run.command())
                .writeStringProperty("state", run.state())
                .writeStringProperty("started", run.started().toString());
        run.ended().ifPresent(ended -> json.writeStringProperty("ended", ended.toString()));
        figures(run);
        findingCounts(run);
        texts("notes", run.notes());
    }

    private void figures(RunSummary run) {
        run.counts()
                .ifPresent(counts -> json.writeNumberProperty("read", counts.read())
                        .writeNumberProperty("accounts", counts.accounts())
                        .writeNumberProperty("shared", counts.shared())
                        .writeNumberProperty("aliases", counts.aliases())
                        .writeNumberProperty("domains", counts.domains())
                        .writeNumberProperty("rejected", counts.rejected())
                        .writeNumberProperty("skipped", counts.skipped())
                        .writeNumberProperty("lost", counts.lost()));
        run.changes()
                .ifPresent(changes -> json.writeNumberProperty("added", changes.added())
                        .writeNumberProperty("changed", changes.changed())
                        .writeNumberProperty("unchanged", changes.unchanged())
                        .writeNumberProperty("refused", changes.refused()));
        if (run.makesStores()) {
            json.writeNumberProperty("made", run.madeStores());
        }
        run.verdict()
                .ifPresent(verdict ->
                        json.writeStringProperty("verdict", verdict).writeNumberProperty("checked", run.checked()));
    }

    private void findingCounts(RunSummary run) {
        json.writeObjectPropertyStart("severities");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.toString(), run.findings().getOrDefault(severity, 0L));
        }
        json.writeEndObject();
        effects("effects", run.effects());
    }

    /** What only a run that is kept has. */
    void head(RunHead head) {
        run(head.run());
        texts("reasons", head.reasons());
        if (!head.run().scope().isEmpty()) {
            json.writeStringProperty("scope", head.run().scope()).writeObjectPropertyStart("facts");
            head.run().facts().forEach(json::writeNumberProperty);
            json.writeEndObject();
        }
        json.writeBooleanProperty("conclusive", head.comparison().conclusive());
        comparison(head.comparison());
    }

    private void comparison(Comparison comparison) {
        json.writeObjectPropertyStart("states");
        for (FindingState state : FindingState.values()) {
            if (comparison.in(state) > 0) {
                json.writeNumberProperty(state.toString(), comparison.in(state));
            }
        }
        json.writeEndObject().writeObjectPropertyStart("open");
        comparison.open().forEach((severity, count) -> json.writeNumberProperty(severity.toString(), count));
        json.writeEndObject()
                .writeNumberProperty("affected", comparison.affected())
                .writeNumberProperty("messages", comparison.messages());
        effects("people", comparison.people());
    }

    private void effects(String name, Map<Effect, Long> numbers) {
        json.writeObjectPropertyStart(name);
        numbers.forEach((effect, count) -> json.writeNumberProperty(effect.name(), count));
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeArrayPropertyStart(name);
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    void finding(RunFinding finding) {
        json.writeStringProperty("id", finding.id())
                .writeStringProperty("rule", finding.rule())
                .writeStringProperty("severity", finding.severity().toString())
                .writeStringProperty("effect", finding.effect().name())
                .writeStringProperty("mending", finding.mending().toString())
                .writeStringProperty("origin", finding.origin())
                .writeStringProperty("dn", finding.dn())
                .writeStringProperty("place", finding.place())
                .writeStringProperty("about", finding.about())
                .writeStringProperty("message", finding.message())
                .writeStringProperty("remedy", finding.remedy())
                .writeNumberProperty("messages", finding.messages())
                .writeStringProperty("modifiedBy", finding.modifiedBy());
        finding.modifiedAt().ifPresent(at -> json.writeStringProperty("modifiedAt", at.toString()));
        json.writeStringProperty("state", finding.state().toString())
                .writeStringProperty("firstSeen", finding.firstSeen().toString())
                .writeStringProperty("lastSeen", finding.lastSeen().toString())
                .writeNumberProperty("nights", finding.nights());
        finding.acceptance().ifPresent(this::acceptance);
    }

    private void acceptance(Acceptance acceptance) {
        json.writeObjectPropertyStart("acceptance")
                .writeStringProperty("reason", acceptance.reason())
                .writeStringProperty("until", acceptance.until().toString())
                .writeStringProperty("by", acceptance.by())
                .writeStringProperty("since", acceptance.since().toString())
                .writeEndObject();
    }

    void access(FolderAccess folder) {
        json.writeStringProperty("folder", folder.folder()).writeNumberProperty("readers", folder.readers());
        texts("people", folder.people());
    }

    void trendPoint(TrendPoint point) {
        json.writeStringProperty("run", point.run())
                .writeStringProperty("started", point.started().toString());
        comparison(point.comparison());
        effects("effects", point.effects());
    }
}
