package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vmail.report.Samples;
import vmail.report.render.FindingSink;
import vmail.report.render.ReportNotWritten;
import vmail.rule.Effect;
import vmail.rule.Finding;
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

        assertThat(findings.ofRun("a1"))
                .containsExactly(new KeptFinding(
                        "a1",
                        "single-mail",
                        Severity.ERROR,
                        Effect.DOUBLE,
                        "accounts.ldif:7",
                        "cn=Seven of Nine,ou=Tokelau,o=company",
                        "found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one",
                        "Keep one and move the others to mailAlternateAddress",
                        Fingerprint.of(Samples.twoMails())));
        assertThat(findings.ofRun("a2")).isEmpty();
    }

    @Test
    void keepsEveryOneOfMoreThanABatch() {
        keep(1234);

        assertThat(findings.ofRun("a1")).hasSize(1234);
    }

    @Test
    void forgetsWhatAnEarlierAttemptAtTheRunFound() {
        keep(3);
        keep(2);

        assertThat(findings.ofRun("a1")).hasSize(2);
    }

    @Test
    void takesAnyText() {
        try (FindingSink sink = findings.sink("a1")) {
            sink.add(Samples.saying("nul\0, alone \ud83d, \u001b[31m"));
            sink.add(Samples.saying("x".repeat(5000)));
            sink.finish(Samples.auditRun());
        }

        assertThat(findings.ofRun("a1"))
                .extracting(KeptFinding::message)
                .containsExactly("nul\0, alone \ud83d, \u001b[31m", "x".repeat(4000));
    }

    @Test
    void outlivesAChunkThatRollsBack() {
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).executeWithoutResult(chunk -> {
            keep(1);
            chunk.setRollbackOnly();
        });

        assertThat(findings.ofRun("a1")).hasSize(1);
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
