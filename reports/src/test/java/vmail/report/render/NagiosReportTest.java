package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.report.SampleContents;
import vmail.report.Samples;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.Severity;

class NagiosReportTest {

    private static final NagiosReport REPORT = new NagiosReport(Optional.empty());

    @Test
    void isCriticalAboutErrors() {
        SampleContents contents = AuditSamples.conclusive(
                AuditSamples.twoMails(FindingState.NEW), AuditSamples.missingStore(FindingState.STANDING));

        assertThat(AuditSamples.text(REPORT, contents))
                .isEqualTo(
                        "VMAIL CRITICAL - 1 error, 1 warning (1 new, 1 standing); people affected 2: UNSEEN 1, DOUBLE"
                                + " 1; 12 accounts of /vmail and ldap://localhost:389 | errors=1;;0;0 warnings=1;0;;0"
                                + " notes=0;;;0 new=1;;;0 standing=1;;;0 accepted=0;;;0 expired=0;;;0 fixed=0;;;0"
                                + " affected=2;;;0 messages=3;;;0 accounts=12;;;0\n");
        assertThat(state(contents)).isEqualTo(NagiosState.CRITICAL);
    }

    @Test
    void warnsOfWarnings() {
        assertThat(state(AuditSamples.conclusive(AuditSamples.missingStore(FindingState.STANDING))))
                .isEqualTo(NagiosState.WARNING);
    }

    @Test
    void isContentWithWhatIsAcceptedAndWithNotes() {
        SampleContents contents = AuditSamples.conclusive(
                AuditSamples.twoMails(FindingState.ACCEPTED),
                AuditSamples.in(
                        FindingState.NEW, Samples.found(Samples.twoMails().withSeverity(Severity.NOTE))));

        assertThat(state(contents)).isEqualTo(NagiosState.OK);
        assertThat(AuditSamples.text(REPORT, contents)).startsWith("VMAIL OK - 1 note (1 new, 1 accepted); ");
    }

    @Test
    void saysNothingIsWrongInASentence() {
        assertThat(AuditSamples.text(REPORT, AuditSamples.conclusive()))
                .startsWith("VMAIL OK - no findings; 12 accounts of /vmail and ldap://localhost:389 | errors=0;;0;0 ");
    }

    @Test
    void doesNotKnowWhenNotEverythingWasSeen() {
        SampleContents contents = AuditSamples.inconclusive(AuditSamples.twoMails(FindingState.NEW));

        assertThat(state(contents)).isEqualTo(NagiosState.UNKNOWN);
        assertThat(AuditSamples.text(REPORT, contents))
                .startsWith("VMAIL UNKNOWN - inconclusive: /vmail/a: Permission denied and 1 more; 1 error (1 new); ");
    }

    @Test
    void doesNotKnowOfTodayFromAnAuditOfLastWeek() {
        Instant end = Samples.MORNING.plusMillis(1500);
        SampleContents contents = AuditSamples.conclusive();

        assertThat(NagiosReport.state(contents.head(), Optional.of(end))).isEqualTo(NagiosState.OK);
        assertThat(NagiosReport.state(contents.head(), Optional.of(end.plusMillis(1))))
                .isEqualTo(NagiosState.UNKNOWN);
        assertThat(AuditSamples.text(new NagiosReport(Optional.of(end.plusMillis(1))), contents))
                .startsWith(
                        "VMAIL UNKNOWN - the latest audit is too old, it ended 2003-05-16T10:00:01.500Z; no findings");
    }

    @Test
    void isOneLineThatNothingCanBreak() {
        for (String payload : Payloads.ALL) {
            String line = AuditSamples.text(REPORT, AuditSamples.of("a|b=1" + payload, AuditSamples.payloads()));

            Payloads.assertInert(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(line.lines()).hasSize(1);
            assertThat(line.chars().filter(c -> c == '|')).hasSize(1);
        }
    }

    @Test
    void givesTheSameBytesForTheSameRun() {
        RunFinding finding = AuditSamples.twoMails(FindingState.NEW);

        assertThat(AuditSamples.bytes(REPORT, AuditSamples.conclusive(finding)))
                .isEqualTo(AuditSamples.bytes(REPORT, AuditSamples.conclusive(finding)));
    }

    private static NagiosState state(SampleContents contents) {
        return NagiosReport.state(contents.head(), Optional.empty());
    }
}
