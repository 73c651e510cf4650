package vmail.report.html;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.report.SampleContents;
import vmail.report.run.Acceptance;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

/** The contents of an audit, put together for a page. */
final class SampleAudit {

    static final Instant NIGHT = Instant.parse("2026-11-21T03:00:00Z");
    static final String SCOPE = "account base ou=Tokelau,o=company, mail base /vmail";

    private SampleAudit() {}

    static RunFinding finding(String rule, Effect effect, FindingState state, String dn, String message) {
        return new RunFinding(
                "9a9e10c4b6d2",
                rule,
                Severity.ERROR,
                effect,
                Mending.AUTOMATIC,
                "the directory",
                dn,
                "",
                "",
                message,
                "Run vmail repair, or do it by hand",
                3,
                "cn=admin,o=company",
                Optional.of(NIGHT.minusSeconds(86_400)),
                state,
                NIGHT.minusSeconds(2 * 86_400),
                NIGHT,
                3,
                state == FindingState.ACCEPTED
                        ? Optional.of(new Acceptance("comes back on Friday", LocalDate.of(2026, 12, 24), "root", NIGHT))
                        : Optional.empty());
    }

    /** An audit that found these. */
    static SampleContents of(String verdict, List<String> reasons, List<RunFinding> findings, List<RunFinding> fixed) {
        Map<Effect, Long> effects = new EnumMap<>(Effect.class);
        Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
        findings.forEach(each -> effects.merge(each.effect(), 1L, Long::sum));
        findings.forEach(each -> states.merge(each.state(), 1L, Long::sum));
        if (!fixed.isEmpty()) {
            states.put(FindingState.FIXED, (long) fixed.size());
        }
        boolean conclusive = !verdict.equals("inconclusive");
        Comparison comparison =
                new Comparison(conclusive, states, Map.of(), effects.size(), effects, 3L * findings.size());
        RunSummary run = new RunSummary(
                        "20261121-030000-audit",
                        "audit",
                        "done",
                        NIGHT,
                        Optional.of(NIGHT.plusSeconds(9)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(verdict),
                        1_000,
                        0,
                        findings.isEmpty() ? Map.of() : Map.of(Severity.ERROR, (long) findings.size()),
                        effects,
                        List.of())
                .audited(SCOPE, Map.of());
        List<TrendPoint> trend = new ArrayList<>();
        if (conclusive) {
            trend.add(new TrendPoint("20261121-030000-audit", NIGHT, comparison, effects));
        }
        return new SampleContents(new RunHead(run, reasons, comparison), findings, fixed, trend);
    }
}
