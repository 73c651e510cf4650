package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.Stamps;
import vmail.report.SampleContents;
import vmail.report.Samples;
import vmail.report.run.Acceptance;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.TrendPoint;
import vmail.report.run.WithAccess;
import vmail.rule.Effect;
import vmail.rule.Severity;

class RunFileTest {

    @TempDir
    private Path folder;

    @Test
    void hasALineForEachThing() throws IOException {
        Path file = written(SampleContents.of(Samples.planRun().audited("", Map.of()), accepted()));

        assertThat(file).content().isEqualTo("""
                        {"type":"run","schema":1,"command":"plan","state":"done","started":"2003-05-16T10:00:00Z","ended":"2003-05-16T10:00:01Z","read":3,"accounts":2,"shared":1,"aliases":3,"domains":0,"rejected":0,"skipped":0,"lost":0,"added":2,"changed":1,"unchanged":0,"refused":0,"made":7,"severities":{"note":0,"warning":0,"error":0},"effects":{},"conclusive":false,"states":{},"open":{},"affected":0,"messages":0,"people":{}}
                        {"type":"finding","id":"9a9e10c4b6d2","rule":"store-missing","severity":"warning","effect":"UNSEEN","mending":"by-hand","origin":"directory","dn":"cn=Albert Onestone,ou=Tokelau,o=company","place":"/vmail/albert.onestone/Maildir","about":"ao@anotherdomain.nu","message":"no maildir at /vmail/albert.onestone/Maildir/","remedy":"Run vmail make-stores","messages":12,"modifiedBy":"cn=Janeway,o=company","modifiedAt":"2003-05-16T09:59:00Z","state":"accepted","firstSeen":"2003-05-16T10:00:00Z","lastSeen":"2003-05-16T10:00:00Z","nights":4,"acceptance":{"reason":"moves soon","until":"2003-06-01","by":"root","since":"2003-05-16T10:00:00Z"}}
                        {"type":"end","findings":1,"fixed":0,"trend":0,"access":0}
                        """);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        Comparison comparison = new Comparison(
                true,
                Map.of(FindingState.NEW, 1L, FindingState.FIXED, 1L),
                Map.of(Severity.WARNING, 1L),
                1,
                Map.of(Effect.UNSEEN, 1L),
                12);
        SampleContents contents = new SampleContents(
                new RunHead(
                        Samples.auditRun().audited("all", Map.of("accounts", 12L)),
                        List.of("S01: cut off"),
                        comparison),
                List.of(accepted(), Samples.found(Samples.twoMails())),
                List.of(accepted()),
                List.of(new TrendPoint("a0", Samples.MORNING, comparison, Map.of(Effect.UNSEEN, 3L))));

        RunFile file = RunFile.open(written(contents));

        List<RunFinding> findings = new ArrayList<>();
        file.findings(findings::add);
        List<RunFinding> fixed = new ArrayList<>();
        file.fixed(fixed::add);
        assertThat(file.head()).isEqualTo(contents.head());
        assertThat(findings).isEqualTo(contents.all());
        assertThat(fixed).isEqualTo(contents.gone());
        assertThat(file.trend()).isEqualTo(contents.points());
    }

    @Test
    void givesBackWhoMayReadASharedFolder() throws IOException {
        List<FolderAccess> access = List.of(
                new FolderAccess("cn=Time travel weekly,o=company", 2, List.of("cn=Seven,o=company")),
                new FolderAccess("cn=Warp,o=company", 1, List.of()));
        SampleContents contents = SampleContents.of(Samples.auditRun());

        assertThat(RunFile.open(written(new WithAccess(contents, access))).access())
                .isEqualTo(access);
    }

    @Test
    void readsARunOfAnEarlierVersion() throws IOException {
        Path file = written(SampleContents.of(Samples.importRun()));
        Files.writeString(file, Files.readString(file).replace(",\"access\":0", ""));

        assertThat(RunFile.open(file).access()).isEmpty();
    }

    @Test
    void givesBackAnImport() throws IOException {
        SampleContents contents = SampleContents.of(Samples.importRun());

        assertThat(RunFile.open(written(contents)).head()).isEqualTo(contents.head());
    }

    @Test
    void keepsWhatATerminalWouldObey() throws IOException {
        RunFinding[] findings = Payloads.ALL.stream()
                .map(payload -> Samples.found(Samples.saying(payload)))
                .toArray(RunFinding[]::new);
        Path file = written(SampleContents.of(Samples.importRun(), findings));

        List<String> messages = new ArrayList<>();
        RunFile.open(file).findings(finding -> messages.add(finding.message()));

        assertThat(messages).isEqualTo(Payloads.ALL);
        Payloads.assertInert(Files.readAllBytes(file));
    }

    @Test
    void refusesAFileThatIsCut() throws IOException {
        Path file = written(SampleContents.of(Samples.importRun(), accepted()));
        String whole = Files.readString(file);

        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> RunFile.open(file))
                    .isInstanceOf(RunFileNotRead.class)
                    .hasMessageStartingWith(file + " is damaged: ");
        }
    }

    @Test
    void refusesAFileThatLacksALine() throws IOException {
        Path file = written(SampleContents.of(Samples.importRun(), accepted(), accepted()));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(1);
        Files.write(file, lines);

        assertThatThrownBy(() -> RunFile.open(file).findings(finding -> {}))
                .isInstanceOf(RunFileNotRead.class)
                .hasMessage(file + " is damaged: it has 1 lines of finding, not 2. Put back a copy, or run the same"
                        + " command again");
    }

    @Test
    void refusesTheFileOfANewerVmail() throws IOException {
        Path file = written(SampleContents.of(Samples.importRun()));
        Files.writeString(file, Files.readString(file).replace("\"schema\":1", "\"schema\":7"));

        assertThatThrownBy(() -> RunFile.open(file))
                .isInstanceOf(RunFileNotRead.class)
                .hasMessage(file + " was written by a newer vmail: schema 7, this one knows 1. Use the newer vmail");
    }

    @Test
    void saysThatThereIsNone() {
        Path none = folder.resolve("run.jsonl");

        assertThatThrownBy(() -> RunFile.open(none))
                .isInstanceOf(RunFileNotRead.class)
                .hasMessage(
                        "can not read " + none + ": it is not there: the run has not ended, or an older vmail made it");
    }

    private Path written(RunContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunFileWriter.write(contents, out);
        return Files.writeString(folder.resolve("run.jsonl"), out.toString(StandardCharsets.US_ASCII));
    }

    private static RunFinding accepted() {
        RunFinding found = Samples.found(Samples.missingStore()
                .at(Path.of("/vmail/albert.onestone/Maildir"))
                .about("ao@anotherdomain.nu")
                .withMessages(12)
                .stamped(new Stamps(
                        Optional.empty(), Optional.of(Samples.MORNING.minusSeconds(60)), "cn=Janeway,o=company")));
        return new RunFinding(
                found.id(),
                found.rule(),
                found.severity(),
                found.effect(),
                found.mending(),
                found.origin(),
                found.dn(),
                found.place(),
                found.about(),
                found.message(),
                found.remedy(),
                found.messages(),
                found.modifiedBy(),
                found.modifiedAt(),
                FindingState.ACCEPTED,
                found.firstSeen(),
                found.lastSeen(),
                4,
                Optional.of(new Acceptance("moves soon", LocalDate.of(2003, 6, 1), "root", Samples.MORNING)));
    }
}
