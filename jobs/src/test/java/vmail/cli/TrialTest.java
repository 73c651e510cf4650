package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Json;
import vmail.lab.Ran;
import vmail.lab.Tree;

/** The commands one after the other, on an embedded directory. */
class TrialTest {

    private static final String HOWTO = "../sample-data/howto/accounts.ldif";
    private static final String DOMAINS = "../sample-data/howto/domains.ldif";
    private static final String DIRTY = "../sample-data/dirty/accounts.csv";
    private static final String LEGACY = "../sample-data/legacy/accounts.ldif";

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void open() throws IOException {
        trial = Trial.in(folder);
    }

    @Test
    void importsTheHowto() throws IOException, InterruptedException {
        Ran ran = trial.importing("--format=json", howtoBelowBase(), DOMAINS);

        Json report = Json.of(ran.out());
        assertThat(ran.code()).isZero();
        assertThat(report.keys())
                .containsExactly(
                        "findings",
                        "run",
                        "command",
                        "state",
                        "started",
                        "ended",
                        "read",
                        "accounts",
                        "shared",
                        "aliases",
                        "domains",
                        "rejected",
                        "skipped",
                        "lost",
                        "added",
                        "changed",
                        "unchanged",
                        "refused",
                        "made",
                        "verdict",
                        "checked",
                        "severities",
                        "effects");
        assertThat(report.number("added")).isEqualTo(3);
        assertThat(report.text("verdict")).isEqualTo("clean");
        assertThat(report.number("checked")).isEqualTo(3);
        assertThat(Tree.of(trial.mailBase())).containsExactlyElementsOf(goldenTree());
    }

    @Test
    void writesNothingTheSecondTime() throws IOException, InterruptedException {
        trial.importing(howtoBelowBase(), DOMAINS);
        Map<String, String> before = state();

        Json report = Json.of(
                trial.importing("--format=json", howtoBelowBase(), DOMAINS).out());

        assertThat(report.number("added") + report.number("changed") + report.number("made"))
                .isZero();
        assertThat(report.number("unchanged")).isEqualTo(3);
        assertThat(state()).isEqualTo(before);
        assertThat(trial.lastRun().resolve("changes.ldif")).isEmptyFile();
        assertThat(trial.lastRun().resolve("undo.ldif")).isEmptyFile();
    }

    @Test
    void plansWhatImportDoes() throws IOException, InterruptedException {
        Ran before = trial.run("plan", howtoBelowBase(), DOMAINS);
        assertThat(folder.resolve("vmail")).doesNotExist();
        trial.importing(howtoBelowBase(), DOMAINS);
        Ran after = trial.run("plan", howtoBelowBase(), DOMAINS);

        assertThat(before.code()).isZero();
        assertThat(before.out().replace(trial.mailBase().toString(), "/vmail")).isEqualTo("""
                make /vmail/albert.onestone/Maildir
                make /vmail/albert.onestone/Maildir/shared-maildirs: Timetravel_weekly
                make /vmail/seven.of.nine/Maildir
                make /vmail/seven.of.nine/Maildir/shared-maildirs: Timetravel_weekly
                make /vmail/shared.maildirs/timetravel.weekly
                make /vmail/shared.maildirs/timetravel.weekly/.incoming
                make /vmail/shared.maildirs/timetravel.weekly/.past.editions
                make /vmail/shared.maildirs/timetravel.weekly/.future.editions
                make /vmail/shared/timetravel.weekly/incoming
                add cn=Albert Onestone, ou=Tokelau, o=company
                add cn=Seven of Nine, ou=Tokelau, o=company
                add cn=Timetravel weekly, ou=Tokelau, o=company
                plan: done
                read 7 = 2 accounts + 1 shared + 0 rejected + 4 skipped + 0 lost
                with 3 aliases and 3 domains
                directory: would add 3, change 0, leave 0 as they are
                stores: would make 9
                findings: none
                """);
        assertThat(after.out()).isEqualTo("""
                plan: done
                read 7 = 2 accounts + 1 shared + 0 rejected + 4 skipped + 0 lost
                with 3 aliases and 3 domains
                directory: would add 0, change 0, leave 3 as they are
                stores: would make 0
                findings: none
                """);
    }

    @Test
    void plansChangesAttributeByAttribute() throws IOException, InterruptedException {
        trial.importing(howtoBelowBase(), DOMAINS);
        String changed = Files.readString(Path.of(howtoBelowBase()))
                .replace("mailAlternateAddress: ao@", "mailAlternateAddress: albert@")
                .replace("{SSHA}gns/7E/Y1SUJJ+jS3E+cjeWLWB8P42cS", "{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu");
        Path source = trial.file("changed.ldif", changed);

        Ran ran = trial.run("plan", source.toString());

        assertThat(ran.out())
                .contains("change cn=Albert Onestone, ou=Tokelau, o=company\n")
                .contains("albert@anotherdomain.nu", "ao@anotherdomain.nu", "userPassword: (not shown)")
                .contains("directory: would add 0, change 2, leave 1 as they are\n")
                .doesNotContain("SSHA");
    }

    @Test
    void makesAgainWhatIsMissing() throws IOException, InterruptedException {
        trial.importing(howtoBelowBase(), DOMAINS);
        Path link = trial.mailBase().resolve("shared/timetravel.weekly/incoming");
        Path maildir = trial.mailBase().resolve("albert.onestone/Maildir");
        deleteTree(maildir);
        Files.delete(link);

        Ran audit = trial.run("audit", "--format=json");
        Ran made = trial.run("make-stores");
        Ran again = trial.run("audit");

        assertThat(audit.code()).isEqualTo(1);
        assertThat(Json.of(audit.out()).text("verdict")).isEqualTo("findings");
        assertThat(Json.of(audit.out()).each("findings", "dn"))
                .contains("cn=Albert Onestone, ou=Tokelau, o=company", "cn=Timetravel weekly, ou=Tokelau, o=company");
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .startsWith("made " + maildir + "\n")
                .contains("made " + maildir.resolve("shared-maildirs") + "\n", "made " + link + "\n")
                .contains("stores: made 3\n");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("audit: clean, checked 3\nfindings: none; 2 fixed\n");
        assertThat(Tree.of(trial.mailBase())).containsExactlyElementsOf(goldenTree());
    }

    @Test
    void auditSaysWhatNobodyOwns() throws IOException, InterruptedException {
        trial.importing(howtoBelowBase(), DOMAINS);
        Path stranger = trial.mailBase().resolve("ensign.redshirt/Maildir");
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(stranger.resolve(part));
        }

        Json report = Json.of(trial.run("audit", "--format=json").out());

        assertThat(report.keys())
                .containsExactly(
                        "findings",
                        "fixed",
                        "trend",
                        "run",
                        "command",
                        "state",
                        "started",
                        "ended",
                        "verdict",
                        "checked",
                        "severities",
                        "effects",
                        "scope",
                        "facts",
                        "conclusive",
                        "states",
                        "open",
                        "affected",
                        "messages",
                        "people");
        assertThat(report.list("findings"))
                .filteredOn(finding -> finding.text("rule").equals("no-orphan-maildir"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.text("origin") + finding.text("dn")).contains(stranger.toString()));
    }

    @Test
    void auditJudgesByTheSeverityThatIsSet() throws IOException, InterruptedException {
        trial.importing(howtoBelowBase(), DOMAINS);
        Files.delete(trial.mailBase().resolve("shared/timetravel.weekly/incoming"));

        Json report = Json.of(trial.run("audit", "--format=json").out());
        String rule = report.each("findings", "rule").get(0);
        Ran note = trial.run("audit", "--format=json", "--severity=" + rule + "=note");

        assertThat(report.each("findings", "severity")).containsExactly("error");
        assertThat(Json.of(note.out()).each("findings", "severity")).containsExactly("note");
        assertThat(note.code()).isZero();
    }

    @Test
    void refusesRejectedRecordsUnlessTheyAreSkipped() throws IOException, InterruptedException {
        Ran refused = trial.importing(DIRTY, DOMAINS);
        assertThat(trial.mailBase()).doesNotExist();
        assertThat(trial.lastRun().resolve("changes.ldif")).isEmptyFile();
        Ran skipped = trial.importing("--skip-rejected", "--format=json", DIRTY, DOMAINS);

        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err())
                .isEqualTo("vmail: 25 records are rejected, so nothing was imported. Correct the source, or import the"
                        + " others with --skip-rejected\n");
        assertThat(skipped.code()).isEqualTo(1);
        assertThat(Json.of(skipped.out()).number("added")).isEqualTo(12);
        assertThat(Json.of(skipped.out()).number("rejected")).isEqualTo(25);
    }

    @Test
    void takesCorrectedRejectsBack() throws IOException, InterruptedException {
        trial.importing("--skip-rejected", DIRTY, DOMAINS);
        Path rejected = trial.lastRun().resolve("rejected.csv");
        String text = Files.readString(rejected);
        assertThat(text.lines().filter(line -> !line.startsWith("#"))).hasSize(1 + 20);
        assertThat(text.lines().filter(line -> line.startsWith("#"))).hasSize(5);
        assertThat(text).doesNotContain("{SSHA}LGKBLixVVinaSz3huklplSyQsM9SOncR", "{MD5}");
        Path corrected = trial.file(
                "corrected.csv",
                text.lines()
                        .filter(line -> line.startsWith("reason") || line.contains(";Six of Nine;"))
                        .map(line -> line.replace("actve;;;", "active;;;"))
                        .reduce("", (lines, line) -> lines + line + "\n"));

        Ran ran = trial.importing("--format=json", corrected.toString());

        Json report = Json.of(ran.out());
        assertThat(report.number("read")).isEqualTo(1);
        assertThat(report.number("added")).isEqualTo(1);
        assertThat(report.number("rejected")).isZero();
        assertThat(trial.mailBase().resolve("six.of.nine/Maildir/new")).isDirectory();
    }

    @Test
    void takesCorrectedLdifRejectsBack() throws IOException, InterruptedException {
        String legacy = Files.readString(Path.of(LEGACY)).replace("/vmail/", trial.mailBase() + "/");
        Ran first = trial.importing(
                "--skip-rejected",
                "--format=json",
                trial.file("legacy.ldif", legacy).toString());
        String rejected = Files.readString(trial.lastRun().resolve("rejected.ldif"));
        Path corrected = trial.file(
                "corrected.ldif",
                rejected.replace("accountStatus: noaccess", "accountStatus: active")
                        .replace("/isaac.newstone/Maildir\n", "/isaac.newstone/Maildir/\n"));

        Json report = Json.of(trial.importing("--skip-rejected", "--format=json", corrected.toString())
                .out());

        assertThat(Json.of(first.out()).number("added")).isEqualTo(13);
        assertThat(Json.of(first.out()).number("rejected")).isEqualTo(12);
        assertThat(report.number("read")).isEqualTo(12);
        // the third is Hedy Hopper: only her password could not be read, and passwords are left out
        assertThat(report.number("added")).isEqualTo(3);
        assertThat(rejected).doesNotContain("\nuserPassword", "KotuGmVPwNuhpG82oDakEgE4mnZROncQ");
    }

    @Test
    void runsAreListed() throws IOException, InterruptedException {
        trial.importing(howtoBelowBase(), DOMAINS);
        trial.run("audit");

        Ran text = trial.run("runs");
        Ran json = trial.run("runs", "--format=json");

        List<String> lines = text.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches(
                        "\\d{8}-\\d{6}-audit +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d audit +done +"
                                + "clean; 0 errors, 0 warnings; 0 new, 0 standing, 0 fixed; .* and embedded, accounts below .*");
        assertThat(lines.get(1))
                .matches(
                        "\\d{8}-\\d{6}-import +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d import +done +"
                                + "read 7, rejected 0; added 3, changed 0, unchanged 0; made 9 stores; clean; 0 errors, 0 warnings");
        List<Json> objects = json.out().lines().map(Json::of).toList();
        assertThat(objects).extracting(run -> run.text("command")).containsExactly("audit", "import");
        assertThat(objects.get(1).text("run")).isEqualTo(lines.get(1).split(" ", 2)[0]);
        assertThat(objects.get(1).number("added")).isEqualTo(3);
    }

    /** The howto's LDIF for a mail base at another place. */
    private String howtoBelowBase() throws IOException {
        String text = Files.readString(Path.of(HOWTO)).replace("/vmail/", trial.mailBase() + "/");
        return trial.file("accounts.ldif", text).toString();
    }

    private static List<String> goldenTree() throws IOException {
        return Files.readAllLines(Path.of("../sample-data/howto/expected/tree.txt"));
    }

    private Map<String, String> state() throws IOException {
        Map<String, String> state = Tree.contents(trial.mailBase());
        state.put("tree", String.join("\n", Tree.of(trial.mailBase())));
        state.put("directory", Files.readString(trial.workspace().resolve("directory.ldif")));
        return state;
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
