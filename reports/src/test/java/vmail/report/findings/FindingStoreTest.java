package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vmail.account.Stamps;
import vmail.report.Samples;
import vmail.report.render.FindingSink;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Mending;
import vmail.rule.Severity;

class FindingStoreTest {

    @TempDir
    private Path workspace;

    private WorkspaceDatabase database;
    private FindingStore findings;

    @BeforeEach
    void open() {
        database = WorkspaceDatabase.open(workspace);
        new RunStore(database.dataSource()).start("a1", "audit", Samples.MORNING);
        findings = new FindingStore(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givesAFindingBackAsItWas() {
        keep(1);

        assertThat(kept())
                .containsExactly(new RunFinding(
                        Fingerprint.of(Samples.twoMails()).substring(0, 12),
                        "single-mail",
                        Severity.ERROR,
                        Effect.DOUBLE,
                        Mending.BY_HAND,
                        "accounts.ldif:7",
                        "cn=Seven of Nine,ou=Tokelau,o=company",
                        "",
                        "",
                        "found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one",
                        "Keep one and move the others to mailAlternateAddress",
                        0,
                        "",
                        Optional.empty(),
                        FindingState.FOUND,
                        Samples.MORNING,
                        Samples.MORNING,
                        0,
                        Optional.empty()));
    }

    @Test
    void givesBackWhatOnlySomeFindingsHave() {
        Stamps stamps = new Stamps(
                Optional.empty(), Optional.of(Samples.MORNING.minusSeconds(60)), "cn=Kathryn Janeway,o=company");
        try (FindingSink sink = findings.sink("a1")) {
            sink.add(Samples.missingStore()
                    .at(Path.of("/vmail/albert.onestone/Maildir"))
                    .about("ao@anotherdomain.nu")
                    .mended(Mending.AUTOMATIC)
                    .withMessages(47)
                    .stamped(stamps));
            sink.finish(Samples.auditRun());
        }

        assertThat(kept()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("/vmail/albert.onestone/Maildir");
            assertThat(finding.about()).isEqualTo("ao@anotherdomain.nu");
            assertThat(finding.mending()).isEqualTo(Mending.AUTOMATIC);
            assertThat(finding.messages()).isEqualTo(47);
            assertThat(finding.modifiedBy()).isEqualTo("cn=Kathryn Janeway,o=company");
            assertThat(finding.modifiedAt()).contains(Samples.MORNING.minusSeconds(60));
        });
    }

    @Test
    void keepsEveryOneOfMoreThanABatch() {
        keep(1234);

        assertThat(kept()).hasSize(1234);
    }

    @Test
    void forgetsWhatAnEarlierAttemptAtTheRunFound() {
        keep(3);
        keep(2);

        assertThat(kept()).hasSize(2);
    }

    @Test
    void takesAnyText() {
        try (FindingSink sink = findings.sink("a1")) {
            sink.add(Samples.saying("nul\0, alone \ud83d, \u001b[31m"));
            sink.add(Samples.saying("x".repeat(1_000_001)));
            sink.finish(Samples.auditRun());
        }

        assertThat(kept())
                .extracting(RunFinding::message)
                .containsExactly("nul\0, alone \ud83d, \u001b[31m", "x".repeat(1_000_000));
    }

    @Test
    void outlivesAChunkThatRollsBack() {
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).executeWithoutResult(chunk -> {
            keep(1);
            chunk.setRollbackOnly();
        });

        assertThat(kept()).hasSize(1);
    }

    @Test
    void failsForARunThatNeverStarted() {
        try (FindingSink sink = findings.sink("a2")) {
            sink.add(Samples.twoMails());

            assertThatThrownBy(() -> sink.finish(Samples.auditRun()))
                    .isInstanceOf(ReportNotWritten.class)
                    .hasMessageStartingWith("the findings in the workspace's database could not be written: ");
        }
    }

    private List<RunFinding> kept() {
        List<RunFinding> kept = new ArrayList<>();
        new RunHistory(database.dataSource(), Clock.systemUTC())
                .finish(Samples.auditRun(), List.of(), contents -> contents.findings(kept::add));
        return kept;
    }

    private void keep(int count) {
        Finding finding = Samples.twoMails();
        try (FindingSink sink = findings.sink("a1")) {
            for (int i = 0; i < count; i++) {
                sink.add(finding);
            }
            sink.finish(Samples.auditRun());
        }
    }
}
