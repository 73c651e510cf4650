package vmail.report.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.report.SampleContents;
import vmail.report.Samples;
import vmail.report.run.Acceptance;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** Audits, and what is made of them. */
final class AuditSamples {

    static final String SCOPE = "/vmail and ldap://localhost:389";

    private AuditSamples() {}

    /** One that saw everything. */
    static SampleContents conclusive(RunFinding... findings) {
        Comparison comparison = comparison(true, findings);
        RunHead head = new RunHead(run(findings.length == 0 ? "clean" : "findings", SCOPE), List.of(), comparison);
        return new SampleContents(
                head,
                List.of(findings),
                List.of(),
                List.of(new TrendPoint("a1", Samples.MORNING, comparison, Map.of())));
    }

    /** The same, asked for something else. */
    static SampleContents of(String scope, RunFinding... findings) {
        SampleContents all = conclusive(findings);
        RunSummary run = run(all.head().run().verdict().orElseThrow(), scope);
        return new SampleContents(
                new RunHead(run, List.of(), all.head().comparison()), all.all(), all.gone(), all.points());
    }

    /** One that did not see two things. */
    static SampleContents inconclusive(RunFinding... findings) {
        RunHead head = new RunHead(
                run("inconclusive", SCOPE),
                List.of("/vmail/a: Permission denied", "/vmail/\u001b[31mb: Input/output error"),
                comparison(false, findings));
        return new SampleContents(head, List.of(findings), List.of(), List.of());
    }

    private static RunSummary run(String verdict, String scope) {
        RunSummary sample = Samples.auditRun();
        return new RunSummary(
                        "20030516-100000-audit",
                        sample.command(),
                        sample.state(),
                        sample.started(),
                        Optional.of(Samples.MORNING.plusMillis(1500)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(verdict),
                        12,
                        0,
                        Map.of(),
                        Map.of(),
                        List.of())
                .audited(scope, Map.of());
    }

    private static Comparison comparison(boolean conclusive, RunFinding... findings) {
        Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        Map<Effect, Long> people = new EnumMap<>(Effect.class);
        long messages = 0;
        for (RunFinding finding : findings) {
            states.merge(finding.state(), 1L, Long::sum);
            if (finding.state() != FindingState.ACCEPTED) {
                open.merge(finding.severity(), 1L, Long::sum);
            }
            people.merge(finding.effect(), 1L, Long::sum);
            messages += finding.messages();
        }
        return new Comparison(conclusive, states, open, findings.length, people, messages);
    }

    /** The same finding in another state. */
    static RunFinding in(FindingState state, RunFinding finding) {
        return new RunFinding(
                finding.id(),
                finding.rule(),
                finding.severity(),
                finding.effect(),
                finding.mending(),
                finding.origin(),
                finding.dn(),
                finding.place(),
                finding.about(),
                finding.message(),
                finding.remedy(),
                finding.messages(),
                finding.modifiedBy(),
                finding.modifiedAt(),
                state,
                finding.firstSeen(),
                finding.lastSeen(),
                1,
                state == FindingState.ACCEPTED
                        ? Optional.of(new Acceptance("moves", LocalDate.of(2003, 6, 1), "root", Samples.MORNING))
                        : Optional.empty());
    }

    static RunFinding twoMails(FindingState state) {
        return in(state, Samples.found(Samples.twoMails()));
    }

    static RunFinding missingStore(FindingState state) {
        return in(state, Samples.found(Samples.missingStore().withMessages(3)));
    }

    /** Findings with all that no report may pass on. */
    static RunFinding[] payloads() {
        return Payloads.ALL.stream()
                .map(payload -> Samples.found(Samples.saying(payload)))
                .toArray(RunFinding[]::new);
    }

    static byte[] bytes(Report report, SampleContents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(contents, out);
        return out.toByteArray();
    }

    static String text(Report report, SampleContents contents) {
        return new String(bytes(report, contents), StandardCharsets.UTF_8);
    }
}
