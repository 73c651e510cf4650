package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.LiveEntry;
import vmail.report.Samples;
import vmail.report.render.FindingSink;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;

/** Nights one after the other; each is a day later than the one before. */
class RunHistoryTest {

    private static final Finding LOST = finding("unique-mail", Severity.ERROR, Effect.LOST, "cn=Seven of Nine");
    private static final Finding UNSEEN = finding("seealso-shared", Severity.WARNING, Effect.UNSEEN, "cn=Annika");
    private static final Finding NOTE = finding("shared-alias", Severity.NOTE, Effect.NONE, "cn=Albert Onestone");

    @TempDir
    private Path workspace;

    private WorkspaceDatabase database;
    private final List<RunFinding> found = new ArrayList<>();
    private final List<RunFinding> fixed = new ArrayList<>();
    private final List<TrendPoint> trend = new ArrayList<>();
    private int night;

    @BeforeEach
    void open() {
        database = WorkspaceDatabase.open(workspace);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void callsNewWhatTheLastAuditDidNotSee() {
        audit(LOST);
        audit(LOST, UNSEEN);

        assertThat(found).extracting(RunFinding::rule).containsExactly("unique-mail", "seealso-shared");
        assertThat(found).extracting(RunFinding::state).containsExactly(FindingState.STANDING, FindingState.NEW);
        assertThat(found).extracting(RunFinding::firstSeen).containsExactly(at(1), at(2));
        assertThat(found).extracting(RunFinding::lastSeen).containsExactly(at(2), at(2));
        assertThat(found).extracting(RunFinding::nights).containsExactly(2L, 1L);
    }

    @Test
    void callsFixedWhatAConclusiveAuditSeesNoMore() {
        audit(LOST, UNSEEN);
        RunHead second = audit(UNSEEN);

        assertThat(fixed).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unique-mail");
            assertThat(finding.state()).isEqualTo(FindingState.FIXED);
            assertThat(finding.lastSeen()).isEqualTo(at(1));
        });
        assertThat(second.comparison().states()).isEqualTo(Map.of(FindingState.STANDING, 1L, FindingState.FIXED, 1L));
        audit(UNSEEN);
        assertThat(fixed).isEmpty();
    }

    @Test
    void anInconclusiveAuditChangesNothing() {
        audit(LOST, UNSEEN);
        RunHead blind = night("inconclusive", "all", UNSEEN, NOTE);

        assertThat(found).extracting(RunFinding::state).containsExactly(FindingState.STANDING, FindingState.NEW);
        assertThat(found).extracting(RunFinding::firstSeen).containsExactly(at(1), at(2));
        assertThat(found).extracting(RunFinding::nights).containsExactly(1L, 0L);
        assertThat(fixed).isEmpty();
        assertThat(blind.comparison().conclusive()).isFalse();
        assertThat(trend).extracting(TrendPoint::run).containsExactly("n1");

        audit(LOST, UNSEEN);
        assertThat(found).extracting(RunFinding::state).containsOnly(FindingState.STANDING);
        assertThat(found).extracting(RunFinding::nights).containsOnly(2L);
    }

    @Test
    void knowsWhatComesBack() {
        audit(LOST);
        audit();
        audit(LOST);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(FindingState.NEW);
            assertThat(finding.firstSeen()).isEqualTo(at(1));
            assertThat(finding.nights()).isEqualTo(2);
        });
    }

    @Test
    void comparesAuditsOfOneScopeOnly() {
        audit(LOST, UNSEEN);
        night("findings", "domain mydomain.nl", LOST);

        assertThat(found).extracting(RunFinding::state).containsExactly(FindingState.NEW);
        assertThat(fixed).isEmpty();
        assertThat(trend).extracting(TrendPoint::run).containsExactly("n2");
    }

    @Test
    void aRunThatIsNoAuditIsComparedWithNone() {
        audit(LOST);
        RunHead head = finish(Samples.importRun(), LOST);

        assertThat(found).extracting(RunFinding::state).containsExactly(FindingState.FOUND);
        assertThat(trend).isEmpty();
        assertThat(head.comparison().open()).isEqualTo(Map.of(Severity.ERROR, 1L));
    }

    @Test
    void ordersAnAuditByWhatHappensToMail() {
        audit(
                NOTE,
                UNSEEN,
                finding("unique-mail", Severity.ERROR, Effect.BOUNCED, "cn=Albert"),
                finding("unique-mail", Severity.ERROR, Effect.LOST, "cn=Zoe").about("b@x"),
                finding("unique-mail", Severity.ERROR, Effect.LOST, "cn=Zoe").about("a@x"),
                finding("single-mail", Severity.ERROR, Effect.LOST, "cn=Zoe"));

        assertThat(found)
                .extracting(each -> each.effect() + " " + each.rule() + " " + each.about())
                .containsExactly(
                        "LOST single-mail ",
                        "LOST unique-mail a@x",
                        "LOST unique-mail b@x",
                        "BOUNCED unique-mail ",
                        "UNSEEN seealso-shared ",
                        "NONE shared-alias ");
    }

    @Test
    void countsPeopleAndMessages() {
        Finding more = finding("single-mail", Severity.ERROR, Effect.DOUBLE, "cn=Seven of Nine");
        Finding place =
                finding("no-orphan-maildir", Severity.NOTE, Effect.UNSEEN, "").at(Path.of("/vmail/old/Maildir"));

        RunHead head = audit(LOST.withMessages(40), UNSEEN.withMessages(2), NOTE, more, place);

        assertThat(head.comparison().affected()).isEqualTo(3);
        assertThat(head.comparison().messages()).isEqualTo(42);
        assertThat(head.comparison().people()).isEqualTo(Map.of(Effect.LOST, 1L, Effect.UNSEEN, 2L, Effect.DOUBLE, 1L));
    }

    @Test
    void drawsTheLastNinetyAudits() {
        for (int each = 1; each <= 92; each++) {
            audit(LOST);
        }

        assertThat(trend).hasSize(90);
        assertThat(trend.get(0).run()).isEqualTo("n3");
        assertThat(trend.get(89).run()).isEqualTo("n92");
        assertThat(trend.get(89).comparison().states()).isEqualTo(Map.of(FindingState.STANDING, 1L));
        assertThat(trend.get(89).effects()).isEqualTo(Map.of(Effect.LOST, 1L));
    }

    @Test
    void forgetsARunWhoseReportWasNotWritten() {
        audit(LOST);
        assertThatThrownBy(() -> history().finish(start("findings", "all", LOST, UNSEEN), List.of(), contents -> {
                    throw new ReportNotWritten("the report", new IOException("disk full"));
                }))
                .isInstanceOf(ReportNotWritten.class);

        audit(LOST, UNSEEN);

        assertThat(found).extracting(RunFinding::state).containsExactly(FindingState.STANDING, FindingState.NEW);
        assertThat(found).extracting(RunFinding::nights).containsExactly(2L, 1L);
        assertThat(trend).extracting(TrendPoint::run).containsExactly("n1", "n3");
    }

    @Test
    void isKeptWithItsFigures() {
        RunHead head = night("inconclusive", "all", LOST);

        assertThat(new RunStore(database.dataSource()).heads()).containsExactly(head);
        assertThat(head.reasons()).containsExactly("not seen");
    }

    private RunHead audit(Finding... findings) {
        return night(findings.length == 0 ? "clean" : "findings", "all", findings);
    }

    private RunHead night(String verdict, String scope, Finding... findings) {
        return finish(start(verdict, scope, findings));
    }

    private RunSummary start(String verdict, String scope, Finding... findings) {
        night++;
        String id = "n" + night;
        keep(id, "audit", findings);
        return new RunSummary(
                        id,
                        "audit",
                        "done",
                        at(night),
                        Optional.of(at(night).plusSeconds(60)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(verdict),
                        3,
                        0,
                        Map.of(),
                        Arrays.stream(findings).collect(Collectors.groupingBy(Finding::effect, Collectors.counting())),
                        List.of())
                .audited(scope, Map.of("accounts", 3L));
    }

    private RunHead finish(RunSummary run, Finding... more) {
        if (more.length > 0) {
            keep(run.id(), run.command(), more);
        }
        found.clear();
        fixed.clear();
        trend.clear();
        List<String> reasons =
                run.verdict().filter("inconclusive"::equals).isPresent() ? List.of("not seen") : List.of();
        return history().finish(run, reasons, contents -> {
            contents.findings(found::add);
            contents.fixed(fixed::add);
            trend.addAll(contents.trend());
        });
    }

    private void keep(String id, String command, Finding... findings) {
        new RunStore(database.dataSource()).start(id, command, at(night));
        try (FindingSink sink = new FindingStore(database.dataSource()).sink(id)) {
            Arrays.stream(findings).forEach(sink::add);
            sink.finish(Samples.auditRun());
        }
    }

    private RunHistory history() {
        return new RunHistory(database.dataSource(), Clock.fixed(at(night), ZoneOffset.UTC));
    }

    private static Instant at(int night) {
        return Samples.MORNING.plus(Duration.ofDays(night));
    }

    private static Finding finding(String rule, Severity severity, Effect effect, String dn) {
        return new Finding(rule, severity, effect, new LiveEntry(), dn, "found it", "Mend it");
    }
}
