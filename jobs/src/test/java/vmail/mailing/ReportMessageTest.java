package vmail.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vmail.report.render.Report;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Severity;

class ReportMessageTest {

    private static final String TEXT = "audit: findings\n.\nFrom here to J\u00fcrgen\n" + "x".repeat(2_000) + "\n";

    private static final Report REPORT = (contents, out) -> {
        try {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    };

    @Test
    void isAMessageWhateverTheReportHolds() {
        String message = message("vmail@voyager", "postmaster@mydomain.nl", "findings");

        int end = message.indexOf("\n\n");
        assertThat(message.substring(0, end)).isEqualTo("""
                        From: vmail@voyager
                        To: postmaster@mydomain.nl
                        Subject: vmail audit: findings: 2 errors, 1 new, 1 standing
                        Date: Fri, 16 May 2003 10:00:00 +0000
                        Message-ID: <20030516-100000-audit.1671f8c608018158@voyager>
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: base64
                        Auto-Submitted: auto-generated""");
        assertThat(message.lines()).allMatch(line -> line.length() <= 76 || message.indexOf(line) < end);
        assertThat(message.chars().filter(c -> c != '\n' && (c < ' ' || c > '~')))
                .isEmpty();
        assertThat(new String(Base64.getMimeDecoder().decode(message.substring(end)), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
        assertThat(message("vmail@voyager", "postmaster@mydomain.nl", "findings"))
                .isEqualTo(message);
    }

    @Test
    void hasNoHeaderThatAValueBringsAlong() {
        for (String odd : List.of("a@b\nBcc: c@d", "a@b\rBcc: c@d", "a@b\u0000", "a@b\u00fc", "a".repeat(1_000))) {
            assertThatThrownBy(() -> message("vmail@voyager", odd, "clean"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a value of a mail header: To");
            assertThatThrownBy(() -> message("vmail@voyager", "a@b", odd))
                    .hasMessage("not a value of a mail header: Subject");
        }
    }

    private static String message(String sender, String recipient, String verdict) {
        return new String(
                new ReportMessage(sender, recipient, REPORT).of(contents(verdict)), StandardCharsets.US_ASCII);
    }

    private static RunContents contents(String verdict) {
        Instant at = Instant.parse("2003-05-16T10:00:00Z");
        RunSummary run = new RunSummary(
                        "20030516-100000-audit",
                        "audit",
                        "done",
                        at,
                        Optional.of(at),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(verdict),
                        12,
                        0,
                        Map.of(),
                        Map.of(),
                        List.of())
                .audited("/vmail", Map.of());
        Comparison comparison = new Comparison(
                true,
                Map.of(FindingState.NEW, 1L, FindingState.STANDING, 1L),
                Map.of(Severity.ERROR, 2L),
                2,
                Map.of(),
                0);
        return new Contents(new RunHead(run, List.of(), comparison));
    }

    /** A run of which only the figures count. */
    private record Contents(RunHead head) implements RunContents {

        @Override
        public void findings(Consumer<RunFinding> out) {
            // none
        }

        @Override
        public void fixed(Consumer<RunFinding> out) {
            // none
        }

        @Override
        public List<TrendPoint> trend() {
            return List.of();
        }
    }
}
