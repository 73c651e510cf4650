package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;
import vmail.report.render.RunFile;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.TrendPoint;

/** Audits night by night, on an embedded directory, with a clock that is put forward by hand. */
class NightsTest {

    private static final String HOWTO = "../sample-data/howto/accounts.ldif";
    private static final String DOMAINS = "../sample-data/howto/domains.ldif";

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void bringTheHowto() throws IOException, InterruptedException {
        trial = Trial.in(folder).at("2026-11-01T00:00:00Z");
        String text = Files.readString(Path.of(HOWTO)).replace("/vmail/", trial.mailBase() + "/");
        trial.importing(trial.file("accounts.ldif", text).toString(), DOMAINS);
    }

    @Test
    void tellsNewStandingFixedAcceptedAndExpired() throws IOException, InterruptedException {
        Path albert = trial.mailBase().resolve("albert.onestone/Maildir");
        Path link = trial.mailBase().resolve("shared/timetravel.weekly/incoming");
        deleteTree(albert);
        Path target = Files.readSymbolicLink(link);
        Files.delete(link);

        Ran first = night("2026-11-02T03:00:00Z");
        assertThat(first.code()).isEqualTo(1);
        assertThat(states()).isEqualTo(Map.of("maildir-present", "new", "delivery-link-present", "new"));

        Files.createSymbolicLink(link, target);
        Ran second = night("2026-11-03T03:00:00Z");
        assertThat(states()).isEqualTo(Map.of("maildir-present", "standing"));
        assertThat(gone()).containsExactly("delivery-link-present");
        assertThat(second.out()).contains("standing since 2026-11-02, 2 nights\n", "\nfixed 1: ");

        String id = findings().get(0).id();
        Ran accepted = trial.at("2026-11-03T09:00:00Z")
                .run("accept", id.substring(0, 6), "--reason=comes back on Friday", "--until=2026-11-04");
        assertThat(accepted.code()).isZero();
        assertThat(accepted.out()).startsWith("accepted until 2026-11-04: " + id + " [maildir-present] cn=Albert");

        Ran third = night("2026-11-04T03:00:00Z");
        assertThat(third.code()).isZero();
        assertThat(states()).isEqualTo(Map.of("maildir-present", "accepted"));
        assertThat(third.out())
                .contains("findings: 1 error; 1 accepted\n")
                .contains("accepted by " + System.getProperty("user.name")
                        + " on 2026-11-03 until 2026-11-04: comes back on Friday; seen since 2026-11-02, 3 nights\n");

        Ran fourth = night("2026-11-05T03:00:00Z");
        assertThat(fourth.code()).isEqualTo(1);
        assertThat(states()).isEqualTo(Map.of("maildir-present", "expired"));
        assertThat(trend())
                .extracting(point ->
                        point.run().substring(0, 8) + " " + point.comparison().states())
                .containsExactly(
                        "20261102 {new=2}",
                        "20261103 {standing=1, fixed=1}",
                        "20261104 {accepted=1}",
                        "20261105 {expired=1}");
        assertThat(trend()).extracting(point -> point.comparison().affected()).containsExactly(2L, 1L, 1L, 1L);
    }

    @Test
    void countsAgainWhatIsNoLongerAccepted() throws IOException, InterruptedException {
        deleteTree(trial.mailBase().resolve("albert.onestone/Maildir"));
        night("2026-11-02T03:00:00Z");
        String id = findings().get(0).id();
        Trial day = trial.at("2026-11-02T09:00:00Z");
        day.run("accept", id, "--reason=why not", "--until=2026-11-02");

        Ran list = day.run("accept", "--list");
        Json json = Json.of(day.run("accept", "--list", "--format=json").out());
        Ran withdrawn = day.run("accept", "--withdraw", id);

        assertThat(list.out()).startsWith("until 2026-11-02, by ").endsWith("\n  why not\n");
        assertThat(json.text("id")).isEqualTo(id);
        assertThat(json.text("holds")).isEqualTo("true");
        assertThat(withdrawn.out()).startsWith("no longer accepted: " + id + " [maildir-present] cn=Albert Onestone");
        assertThat(day.run("accept", "--list").out()).isEmpty();
        assertThat(night("2026-11-03T03:00:00Z").code()).isEqualTo(1);
    }

    @Test
    void refusesWhatNobodyCanMean() throws IOException, InterruptedException {
        deleteTree(trial.mailBase().resolve("albert.onestone/Maildir"));
        deleteTree(trial.mailBase().resolve("seven.of.nine/Maildir"));
        night("2026-11-02T03:00:00Z");

        assertThat(accept("zz", "--reason=x", "--until=2027-01-01"))
                .isEqualTo("vmail: not the id of a finding: zz. vmail report shows them\n");
        assertThat(accept("000000000000", "--reason=x", "--until=2027-01-01"))
                .isEqualTo("vmail: no finding of the latest runs has an id that begins with 000000000000;"
                        + " vmail report shows them\n");
        assertThat(accept(findings().get(0).id(), "--until=2027-01-01"))
                .isEqualTo("vmail: an acceptance needs a reason: --reason TEXT\n");
        assertThat(accept(findings().get(0).id(), "--reason=x"))
                .isEqualTo("vmail: an acceptance needs an end: --until DATE, e.g. --until 2027-03-31\n");
        assertThat(accept(findings().get(0).id(), "--reason=x", "--until=2026-11-01"))
                .isEqualTo("vmail: --until 2026-11-01 is over\n");
        assertThat(accept(findings().get(0).id(), "--reason=x", "--until=tomorrow"))
                .isEqualTo("vmail: --until is a day such as 2027-03-31, not tomorrow\n");
        assertThat(accept("--withdraw", findings().get(0).id()))
                .startsWith("vmail: no accepted finding has an id that begins with ");
        assertThat(accept("--list", "abc")).isEqualTo("vmail: --list stands alone\n");
        assertThat(accept()).startsWith("vmail: which finding? ");
    }

    @Test
    void givesTheSameBytesForTheSameNight() throws IOException, InterruptedException {
        deleteTree(trial.mailBase().resolve("albert.onestone/Maildir"));
        Files.createDirectories(trial.mailBase().resolve("ensign.redshirt/Maildir/new"));
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("vmail.mv.db", "vmail.version", "directory.ldif")) {
            Files.copy(trial.workspace().resolve(name), copy.resolve(name));
        }

        night("2026-11-02T03:00:00Z");
        Path first = Files.move(trial.workspace(), folder.resolve("first"));
        Files.move(copy, trial.workspace());
        night("2026-11-02T03:00:00Z");

        String run = "runs/" + trial.lastRun().getFileName();
        for (String name : List.of("run.jsonl", "findings.csv", "findings.json", "summary.txt")) {
            assertThat(trial.workspace().resolve(run).resolve(name))
                    .hasSameBinaryContentAs(first.resolve(run).resolve(name));
        }
    }

    @Test
    void tellsAKeptRunAgain() throws IOException, InterruptedException {
        deleteTree(trial.mailBase().resolve("albert.onestone/Maildir"));
        Ran audit = night("2026-11-02T03:00:00Z");
        Path run = trial.lastRun();
        night("2026-11-03T03:00:00Z");

        Ran text = report(String.valueOf(run.getFileName()));
        Ran csv = report(String.valueOf(run.getFileName()), "--format=csv");
        Path file = folder.resolve("report.json");
        Ran json = report("--format=json", "--output=" + file);

        assertThat(text.out()).isEqualTo(audit.out()).isEqualTo(Files.readString(run.resolve("summary.txt")));
        assertThat(csv.out()).isEqualTo(Files.readString(run.resolve("findings.csv")));
        assertThat(json.out()).isEmpty();
        assertThat(file).hasSameBinaryContentAs(trial.lastRun().resolve("findings.json"));
        assertThat(folder.resolve(".report.json.part")).doesNotExist();
    }

    @Test
    void refusesToReportWhatIsNotThere() throws IOException, InterruptedException {
        assertThat(report().err())
                .isEqualTo("vmail: no audit has ended in the workspace " + trial.workspace() + "; run vmail audit\n");
        assertThat(report("../runs").err()).isEqualTo("vmail: no run is called ../runs; vmail runs lists them\n");
        night("2026-11-02T03:00:00Z");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));
        Ran linked = report("--output=" + link);

        assertThat(linked.code()).isEqualTo(3);
        assertThat(linked.err()).startsWith("vmail: " + link + " could not be written: it is there and no file");
    }

    @Test
    void listsWhatEachNightBrought() throws IOException, InterruptedException {
        deleteTree(trial.mailBase().resolve("albert.onestone/Maildir"));
        night("2026-11-02T03:00:00Z");
        night("2026-11-03T03:00:00Z");

        List<String> lines = trial.run("runs").out().lines().toList();
        List<Json> objects =
                trial.run("runs", "--format=json").out().lines().map(Json::of).toList();

        assertThat(lines.get(0)).contains("; 0 new, 1 standing, 0 fixed; " + trial.mailBase() + " and embedded");
        assertThat(lines.get(1)).contains("; 1 new, 0 standing, 0 fixed; ");
        assertThat(objects.get(0).text("conclusive")).isEqualTo("true");
        assertThat(objects.get(0).text("states")).contains("standing");
    }

    private Ran night(String instant) throws IOException, InterruptedException {
        return trial.at(instant).run("audit", "--look-twice=0");
    }

    private String accept(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("accept"));
        all.addAll(List.of(arguments));
        Ran ran = trial.at("2026-11-02T09:00:00Z").run(all.toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(2);
        return ran.err();
    }

    private Ran report(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("report", "--workspace=" + trial.workspace()));
        all.addAll(List.of(arguments));
        return Cli.here().run(all.toArray(String[]::new));
    }

    private List<RunFinding> findings() throws IOException {
        List<RunFinding> findings = new ArrayList<>();
        file().findings(findings::add);
        return findings;
    }

    private Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        findings().forEach(finding -> states.put(finding.rule(), finding.state().toString()));
        return states;
    }

    private List<String> gone() throws IOException {
        List<String> gone = new ArrayList<>();
        file().fixed(finding -> {
            assertThat(finding.state()).isEqualTo(FindingState.FIXED);
            gone.add(finding.rule());
        });
        return gone;
    }

    private List<TrendPoint> trend() throws IOException {
        return file().trend();
    }

    private RunFile file() throws IOException {
        return RunFile.open(trial.lastRun().resolve(RunFile.NAME));
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
