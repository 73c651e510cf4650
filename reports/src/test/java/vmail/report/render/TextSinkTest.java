package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vmail.report.Samples;
import vmail.report.run.Counts;

class TextSinkTest {

    private final StringBuilder out = new StringBuilder();

    @Test
    void tellsFindingsAndFigures() {
        try (TextSink sink = new TextSink(out, false, 10)) {
            sink.add(Samples.twoMails());
            sink.add(Samples.missingStore());
            sink.finish(Samples.importRun());
        }

        assertThat(out).hasToString("""
                        accounts.ldif:7: error: [single-mail] DOUBLE: cn=Seven of Nine,ou=Tokelau,o=company: found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one. Keep one and move the others to mailAlternateAddress.
                        directory: warning: [store-missing] UNSEEN: cn=Albert Onestone,ou=Tokelau,o=company: no maildir at /vmail/albert.onestone/Maildir/. Run vmail make-stores.

                        run 20030516-100000-import: import, done
                        read 120 = 100 accounts + 5 shared + 10 rejected + 5 skipped + 0 lost
                        with 30 aliases and 3 domains
                        directory: added 90, changed 10, unchanged 5, refused 0
                        stores: made 420
                        audit: ok, checked 105
                        findings: 1 error, 2 warnings
                          UNSEEN 2: mail exists, not shown where expected
                          DOUBLE 1: mail is delivered more than once
                        note: 10 records are in rejected.csv, ready to be corrected
                        """);
    }

    @Test
    void saysNothingAboutWhatTheCommandDoesNotDo() {
        try (TextSink sink = new TextSink(out, false, 10)) {
            sink.finish(Samples.checkRun(new Counts(3, 2, 1, 0, 0, 0, 0, 0)));
        }

        assertThat(out).hasToString("""
                        run c1: check, done
                        read 3 = 2 accounts + 1 shared + 0 rejected + 0 skipped + 0 lost
                        with 0 aliases and 0 domains
                        findings: none
                        """);
    }

    @Test
    void tellsOfAPlanWhatWouldBeDone() {
        try (TextSink sink = new TextSink(out, false, 10)) {
            sink.finish(Samples.planRun());
        }

        assertThat(out).hasToString("""
                        plan: done
                        read 3 = 2 accounts + 1 shared + 0 rejected + 0 skipped + 0 lost
                        with 3 aliases and 0 domains
                        directory: would add 2, change 1, leave 0 as they are
                        stores: would make 7
                        findings: none
                        """);
    }

    @Test
    void countsWhatIsBeyondTheLinesOfARule() {
        try (TextSink sink = new TextSink(out, false, 2)) {
            for (int i = 0; i < 314; i++) {
                sink.add(Samples.twoMails());
            }
            sink.add(Samples.missingStore());
            sink.finish(Samples.auditRun());
        }

        assertThat(out.toString().lines())
                .filteredOn(line -> line.contains("[single-mail]") || line.contains("[store-missing]"))
                .hasSize(4)
                .last()
                .isEqualTo("[single-mail] ... and 312 more");
    }

    @Test
    void coloursTheSeverityAlone() {
        TextSink sink = new TextSink(out, true, 10);

        sink.add(Samples.missingStore());

        assertThat(out.toString())
                .startsWith("directory: \u001b[33mwarning\u001b[0m: [store-missing] UNSEEN: cn=Albert Onestone");
    }

    @Test
    void printsNothingThatATerminalObeys() {
        try (TextSink sink = new TextSink(out, false, 1000)) {
            Payloads.ALL.forEach(payload -> sink.add(Samples.saying(payload)));
            sink.finish(Samples.auditRun());
        }

        Payloads.assertInert(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(out.toString().lines()).hasSize(Payloads.ALL.size() + 5);
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        try (TextSink sink = new TextSink(out, false, 10)) {
            assertThatThrownBy(() -> sink.finish(Samples.checkRun(new Counts(3, 1, 1, 0, 0, 0, 0, 0))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("the counts do not add up: read 3 = 1 accounts + 1 shared");
        }
    }

    @Test
    void failsWhenTheDiskIsFull() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"), false, StandardCharsets.UTF_8);
                TextSink sink = new TextSink(full, false, 10)) {
            sink.add(Samples.twoMails());

            assertThatThrownBy(() -> sink.finish(Samples.auditRun()))
                    .isInstanceOf(ReportNotWritten.class)
                    .hasMessage("the report could not be written: the output does not take it (disk full or pipe"
                            + " closed). Make room there or choose another place, and run the same command again.");
        }
    }
}
