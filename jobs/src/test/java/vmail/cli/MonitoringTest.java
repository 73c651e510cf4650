package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.Ran;

/** What monitoring systems and build servers are told of an audit. */
class MonitoringTest {

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void bringTheHowto() throws IOException, InterruptedException {
        trial = Trial.in(folder).at("2026-11-01T00:00:00Z");
        String text = Files.readString(Path.of("../sample-data/howto/accounts.ldif"))
                .replace("/vmail/", trial.mailBase() + "/");
        trial.importing(trial.file("accounts.ldif", text).toString(), "../sample-data/howto/domains.ldif");
    }

    @Test
    void isAPluginOfNagios() throws IOException, InterruptedException {
        Ran none = nagios();
        audit();
        Ran well = nagios();
        Files.delete(trial.mailBase().resolve("shared/timetravel.weekly/incoming"));
        audit();
        Ran critical = nagios();

        assertThat(none.code()).isEqualTo(3);
        assertThat(none.out())
                .isEqualTo("VMAIL UNKNOWN - no audit has ended in the workspace " + trial.workspace()
                        + "; run vmail audit\n");
        assertThat(well.code()).isZero();
        assertThat(well.out()).startsWith("VMAIL OK - no findings; ");
        assertThat(critical.code()).isEqualTo(2);
        assertThat(critical.out()).startsWith("VMAIL CRITICAL - 1 error (1 new); people affected 1: UNSEEN 1; ");
    }

    @Test
    void doesNotKnowWhenTheNightsStopped() throws IOException, InterruptedException {
        audit();

        Ran late = report("2026-11-03T15:00:01Z", "--format=nagios");
        Ran patient = report("2026-11-03T15:00:01Z", "--format=nagios", "--max-age=48");
        Ran named =
                report("2026-11-03T15:00:01Z", String.valueOf(trial.lastRun().getFileName()), "--format=nagios");

        assertThat(late.code()).isEqualTo(3);
        assertThat(late.out())
                .startsWith("VMAIL UNKNOWN - the latest audit is too old, it ended 2026-11-02T03:00:00Z; ");
        assertThat(patient.code()).isZero();
        assertThat(named.code()).isZero();
    }

    @Test
    void doesNotTakeAPartForTheWhole() throws IOException, InterruptedException {
        Files.delete(trial.mailBase().resolve("shared/timetravel.weekly/incoming"));
        audit();
        Ran part = trial.at("2026-11-02T04:00:00Z").run("audit", "--look-twice=0", "--account=onestonea");

        assertThat(part.code()).isZero();
        assertThat(nagios().code()).isEqualTo(2);
        assertThat(report("2026-11-02T05:00:00Z").out()).startsWith("audit: clean");
    }

    @Test
    void isUnknownToNagiosWhateverIsWrong() throws IOException, InterruptedException {
        audit();
        Path run = trial.lastRun().resolve("run.jsonl");
        Files.writeString(run, "{\"type\":\"run\"");

        assertUnknown(nagios(), run + " is damaged: ");
        assertUnknown(report("2026-11-02T05:00:00Z", "--format", "NAGIOS", "--colour"), "Unknown option: '--colour'");
        assertUnknown(report("2026-11-02T05:00:00Z", "nobody", "--format=nagios"), "no run is called nobody; ");
        assertUnknown(report("2026-11-02T05:00:00Z", "--format=nagios", "--settings=" + folder.resolve("none")), "");
        assertUnknown(
                report("2026-11-02T05:00:00Z", "20261101-000000-import", "--format=nagios"),
                "20261101-000000-import is no audit, and --format nagios tells of audits only");
        assertUnknown(trial.run("audit", "--format=nagios"), "Invalid value for option '--format'");
    }

    @Test
    void writesAFileForTheTextfileCollector() throws IOException, InterruptedException {
        audit();
        Path file = folder.resolve("vmail.prom");
        Files.writeString(file, "of last night");

        Ran ran = report("2026-11-02T05:00:00Z", "--format=prometheus", "--output=" + file);
        Ran again = report("2026-11-09T05:00:00Z", "--format=prometheus");

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(file).content().contains("\nvmail_audit_conclusive 1\n").isEqualTo(again.out());
        assertThat(folder.resolve(".vmail.prom.part")).doesNotExist();
    }

    @Test
    void tellsABuildServer() throws IOException, InterruptedException {
        Files.delete(trial.mailBase().resolve("shared/timetravel.weekly/incoming"));
        audit();

        Ran ran = report("2026-11-02T05:00:00Z", "--format=junit");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("failures=\"1\" errors=\"0\"", "name=\"delivery-link-present\"", "<failure ")
                .isEqualTo(report("2026-11-09T05:00:00Z", "--format=junit").out());
    }

    private static void assertUnknown(Ran ran, String beginning) {
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).startsWith("VMAIL UNKNOWN - " + beginning);
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("vmail: " + beginning);
    }

    private void audit() throws IOException, InterruptedException {
        trial.at("2026-11-02T03:00:00Z").run("audit", "--look-twice=0");
    }

    private Ran nagios() throws IOException, InterruptedException {
        return report("2026-11-02T05:00:00Z", "--format=nagios");
    }

    private Ran report(String instant, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        all.add("--workspace=" + trial.workspace());
        return Cli.here().at(trial.at(instant).clock()).run(all.toArray(String[]::new));
    }
}
