package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmail.report.SampleContents;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;

class PrometheusReportTest {

    private static final PrometheusReport REPORT = new PrometheusReport();

    /** The text format, version 0.0.4, without timestamps. */
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-z_]+)(?:\\{((?:[a-z]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*)})?" + " (-?[0-9]+(?:\\.[0-9]+)?)");

    private static final Pattern LABEL = Pattern.compile("([a-z]+)=");

    @Test
    void tellsAnAuditInFigures() {
        SampleContents contents = AuditSamples.conclusive(
                AuditSamples.twoMails(FindingState.NEW),
                AuditSamples.twoMails(FindingState.STANDING),
                AuditSamples.missingStore(FindingState.ACCEPTED));

        assertThat(samples(AuditSamples.text(REPORT, contents)))
                .containsExactly(
                        "vmail_audit_last_run_timestamp_seconds 1053079201.5",
                        "vmail_audit_last_run_duration_seconds 1.5",
                        "vmail_audit_conclusive 1",
                        "vmail_audit_verdict 1",
                        "vmail_audit_checked_accounts 12",
                        "vmail_audit_last_conclusive_timestamp_seconds 1053079200",
                        "vmail_audit_findings{rule=\"single-mail\",effect=\"DOUBLE\",severity=\"error\"} 2",
                        "vmail_audit_accepted_findings{rule=\"store-missing\",effect=\"UNSEEN\",severity=\"warning\"} 1",
                        "vmail_audit_open_findings{severity=\"note\"} 0",
                        "vmail_audit_open_findings{severity=\"warning\"} 0",
                        "vmail_audit_open_findings{severity=\"error\"} 2",
                        "vmail_audit_new_findings 1",
                        "vmail_audit_standing_findings 1",
                        "vmail_audit_expired_findings 0",
                        "vmail_audit_fixed_findings 0",
                        "vmail_audit_accepted 1",
                        "vmail_audit_people_affected 3",
                        "vmail_audit_people{effect=\"BOUNCED\"} 0",
                        "vmail_audit_people{effect=\"DEFERRED\"} 0",
                        "vmail_audit_people{effect=\"LOST\"} 0",
                        "vmail_audit_people{effect=\"UNSEEN\"} 1",
                        "vmail_audit_people{effect=\"LEAKED\"} 0",
                        "vmail_audit_people{effect=\"NOLOGIN\"} 0",
                        "vmail_audit_people{effect=\"DOUBLE\"} 2",
                        "vmail_audit_messages_at_risk 3");
    }

    @Test
    void callsNothingFixedThatWasNotSeen() {
        String text = AuditSamples.text(REPORT, AuditSamples.inconclusive(AuditSamples.twoMails(FindingState.NEW)));

        assertThat(samples(text))
                .contains("vmail_audit_conclusive 0", "vmail_audit_verdict 2")
                .noneMatch(line -> line.startsWith("vmail_audit_fixed_findings"))
                .noneMatch(line -> line.startsWith("vmail_audit_last_conclusive"));
    }

    @Test
    void hasNoSeriesForPeopleAndPlaces() {
        String text = AuditSamples.text(REPORT, AuditSamples.conclusive(AuditSamples.payloads()));

        Payloads.assertInert(text.getBytes(StandardCharsets.UTF_8));
        assertThat(samples(text)).hasSize(24);
    }

    @Test
    void escapesWhatALabelCanNotHold() {
        RunFinding odd = AuditSamples.twoMails(FindingState.NEW);
        RunFinding renamed = new RunFinding(
                odd.id(),
                "a\"b\\c\nd",
                odd.severity(),
                odd.effect(),
                odd.mending(),
                odd.origin(),
                odd.dn(),
                odd.place(),
                odd.about(),
                odd.message(),
                odd.remedy(),
                odd.messages(),
                odd.modifiedBy(),
                odd.modifiedAt(),
                odd.state(),
                odd.firstSeen(),
                odd.lastSeen(),
                odd.nights(),
                odd.acceptance());

        assertThat(samples(AuditSamples.text(REPORT, AuditSamples.conclusive(renamed))))
                .contains("vmail_audit_findings{rule=\"a\\\"b\\\\c\\\\u{a}d\",effect=\"DOUBLE\",severity=\"error\"} 1");
    }

    @Test
    void givesTheSameBytesInWhateverOrderFindingsCome() {
        RunFinding one = AuditSamples.twoMails(FindingState.NEW);
        RunFinding other = AuditSamples.missingStore(FindingState.NEW);

        assertThat(AuditSamples.bytes(REPORT, AuditSamples.conclusive(one, other)))
                .isEqualTo(AuditSamples.bytes(REPORT, AuditSamples.conclusive(other, one)));
    }

    /** The samples of a text in which each metric is explained once, directly before its samples, and each series is told once. */
    private static List<String> samples(String text) {
        assertThat(text).endsWith("\n");
        Set<String> metrics = new HashSet<>();
        Set<String> series = new HashSet<>();
        List<String> samples = new ArrayList<>();
        String name = "";
        for (String line : text.split("\n", -1)) {
            Matcher sample = SAMPLE.matcher(line);
            if (line.startsWith("# HELP ")) {
                name = line.split(" ", -1)[2];
                assertThat(metrics.add(name)).as(line).isTrue();
                assertThat(line).matches("# HELP vmail_audit_[a-z_]+ \\w.+");
            } else if (line.startsWith("# TYPE ")) {
                assertThat(line).isEqualTo("# TYPE " + name + " gauge");
            } else if (!line.isEmpty()) {
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(1)).isEqualTo(name);
                assertThat(series.add(line.substring(0, line.lastIndexOf(' '))))
                        .as(line)
                        .isTrue();
                if (sample.group(2) != null) {
                    assertThat(LABEL.matcher(sample.group(2)).results().map(label -> label.group(1)))
                            .isSubsetOf("rule", "effect", "severity");
                }
                samples.add(line);
            }
        }
        return samples;
    }
}
