package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DiskPath;
import vmail.account.LiveEntry;
import vmail.report.Samples;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.StoreRule;

class PathListsTest {

    private static final String ALBERT = "/vmail/albert.onestone/Maildir";

    @TempDir
    private Path folder;

    @Test
    void listsThePathsOfEachRuleOnce() throws IOException {
        RunFinding[] findings = {
            at(StoreRule.MAILDIR_PRESENT, "/vmail/b/Maildir"),
            at(StoreRule.MAILDIR_OWNER, "/vmail/c/Maildir"),
            at(StoreRule.MAILDIR_PRESENT, "/vmail/a/Maildir"),
            at(StoreRule.MAILDIR_PRESENT, "/vmail/b/Maildir"),
            AuditSamples.twoMails(FindingState.NEW)
        };

        assertThat(lists(paths -> {}, findings))
                .isEqualTo(Map.of(
                        "maildir-present.txt", List.of("/vmail/a/Maildir", "/vmail/b/Maildir"),
                        "maildir-owner.txt", List.of("/vmail/c/Maildir"),
                        "combined.txt", List.of("- /vmail/a/Maildir", "- /vmail/b/Maildir", "* /vmail/c/Maildir")));
    }

    @Test
    void leavesOutWhatIsAcceptedButNotOfTheWhole() throws IOException {
        RunFinding accepted =
                AuditSamples.in(FindingState.ACCEPTED, at(StoreRule.NO_ORPHAN_MAILDIR, "/vmail/gone/Maildir"));

        assertThat(lists(paths -> {}, accepted)).isEqualTo(Map.of("combined.txt", List.of("+ /vmail/gone/Maildir")));
    }

    @Test
    void neverNamesAPathThatALineCanNotHold() throws IOException {
        List<RunFinding> findings = new ArrayList<>();
        for (String payload : Payloads.ALL) {
            // no file system can have these
            if (payload.indexOf('\0') < 0 && payload.chars().noneMatch(PathListsTest::isHalf)) {
                findings.add(at(StoreRule.NO_ORPHAN_MAILDIR, "/vmail/" + payload + "/Maildir"));
            }
        }
        findings.add(at(StoreRule.NO_ORPHAN_MAILDIR, "/vmail/bytes\uFFFD"));
        findings.add(at(StoreRule.NO_ORPHAN_MAILDIR, "/vmail/back\\slash"));
        findings.add(at(StoreRule.NO_ORPHAN_MAILDIR, "/vmail/a ' \"b\u00fc"));

        Map<String, List<String>> lists = lists(
                paths -> {
                    paths.sound(Path.of("/vmail/two\nlines"));
                    paths.unseen(Path.of("/vmail/esc\u001b[31m"));
                },
                findings.toArray(RunFinding[]::new));

        assertThat(lists.keySet()).containsExactly("combined.txt", "escaped.txt", "no-orphan-maildir.txt");
        assertThat(lists.get("no-orphan-maildir.txt")).containsExactly("/vmail/a ' \"b\u00fc");
        assertThat(lists.get("combined.txt")).containsExactly("+ /vmail/a ' \"b\u00fc");
        assertThat(lists.get("escaped.txt"))
                .hasSize(findings.size() - 1 + 2)
                .contains(
                        "! /vmail/esc\\x1b[31m",
                        "= /vmail/two\\x0alines",
                        "no-orphan-maildir 9a9e10c4b6d2 /vmail/two\\x0alines/Maildir",
                        "no-orphan-maildir 9a9e10c4b6d2 /vmail/back\\x5cslash");
        Payloads.assertInert(String.join("\n", lists.get("escaped.txt"))
                .replace("\uFFFD", "")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsTheBytesOfANameThatIsNoText() throws IOException {
        Path latin = Path.of(URI.create("file:///vmail/%FFber"));
        RunFinding odd = Samples.found(StoreRule.NO_ORPHAN_MAILDIR
                .finding(new DiskPath(latin), "", "m", "r")
                .at(latin));

        assertThat(lists(paths -> {}, odd))
                .isEqualTo(Map.of("escaped.txt", List.of("no-orphan-maildir 9a9e10c4b6d2 /vmail/\\xffber")));
    }

    @Test
    void isNoWayOutOfItsFolder() throws IOException {
        RunFinding there = at(StoreRule.MAILDIR_OWNER, ALBERT);
        RunFinding evil = new RunFinding(
                there.id(),
                "../../evil",
                there.severity(),
                there.effect(),
                there.mending(),
                there.origin(),
                there.dn(),
                there.place(),
                there.about(),
                there.message(),
                there.remedy(),
                there.messages(),
                there.modifiedBy(),
                there.modifiedAt(),
                there.state(),
                there.firstSeen(),
                there.lastSeen(),
                there.nights(),
                there.acceptance());

        assertThat(lists(paths -> {}, evil))
                .isEqualTo(Map.of(
                        "combined.txt", List.of("* " + ALBERT),
                        "escaped.txt", List.of("../../evil 9a9e10c4b6d2 " + ALBERT)));
    }

    @Test
    void combinesBothSides() throws IOException {
        RunFinding renamed = at(StoreRule.STORE_NOT_RENAMED, "/vmail/old.name/Maildir");
        List<String> combined = lists(
                        paths -> {
                            for (String each : List.of(
                                    "/vmail/sound/Maildir",
                                    "/vmail/sound-too/Maildir",
                                    ALBERT,
                                    "/vmail/shared.maildirs/a",
                                    "/vmail/shared.maildirs/a/.incoming")) {
                                paths.sound(Path.of(each));
                            }
                            paths.unseen(Path.of("/vmail/closed"));
                        },
                        at(StoreRule.FOLDER_COMPLETE, ALBERT + "/.Sent"),
                        at(StoreRule.NO_ORPHAN_FOLDER, "/vmail/shared.maildirs/a/.old"),
                        at(StoreRule.DELIVERY_LINK_PRESENT, "/vmail/shared/a/incoming"),
                        AuditSamples.in(
                                FindingState.NEW,
                                Samples.found(StoreRule.STORE_NOT_RENAMED
                                        .finding(new LiveEntry(), "", "m", "r")
                                        .at(Path.of(renamed.place()))
                                        .about("/vmail/new.name/Maildir"))))
                .getOrDefault("combined.txt", List.of());

        assertThat(combined)
                .containsExactly(
                        "* " + ALBERT,
                        "* " + ALBERT + "/.Sent",
                        "! /vmail/closed",
                        "- /vmail/new.name/Maildir",
                        "+ /vmail/old.name/Maildir",
                        "- /vmail/shared/a/incoming",
                        "* /vmail/shared.maildirs/a",
                        "= /vmail/shared.maildirs/a/.incoming",
                        "+ /vmail/shared.maildirs/a/.old",
                        "= /vmail/sound/Maildir",
                        "= /vmail/sound-too/Maildir");
    }

    @Test
    void givesTheSameBytesWhateverTheDiskGivesFirst() throws IOException {
        List<RunFinding> findings = new ArrayList<>();
        List<Path> sound = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            findings.add(at(StoreRule.MAILDIR_OWNER, "/vmail/" + i + "/Maildir"));
            sound.add(Path.of("/vmail/" + i));
        }
        Map<String, List<String>> first =
                lists(paths -> sound.forEach(paths::sound), findings.toArray(RunFinding[]::new));
        Collections.shuffle(findings, new Random(7));
        Collections.shuffle(sound, new Random(7));

        assertThat(lists(paths -> sound.forEach(paths::sound), findings.toArray(RunFinding[]::new)))
                .isEqualTo(first)
                .hasSize(2);
    }

    @Test
    void hasItsNameWhenItIsComplete() throws IOException {
        Path lists = folder.resolve("lists");
        Files.createDirectory(folder.resolve(".lists.part"));
        Files.writeString(folder.resolve(".lists.part/.maildir-owner.txt.part"), "/vm");

        PathLists.write(folder.resolve("run"), AuditSamples.conclusive(at(StoreRule.MAILDIR_OWNER, ALBERT)), lists);

        assertThat(read(lists)).isEqualTo(Map.of("maildir-owner.txt", List.of(ALBERT)));
        assertThat(mode(lists)).isEqualTo("rwx------");
        assertThat(mode(lists.resolve("maildir-owner.txt"))).isEqualTo("rw-------");
        assertThat(folder.resolve(".lists.part")).doesNotExist();
    }

    @Test
    void doesNotMixTwoNights() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("maildir-present.txt"), ALBERT + "\n");

        assertThatThrownBy(() -> PathLists.write(folder.resolve("run"), AuditSamples.conclusive(), lists))
                .isInstanceOf(ReportNotWritten.class)
                .hasMessageStartingWith(lists + " could not be written: ");
        assertThat(read(lists)).isEqualTo(Map.of("maildir-present.txt", List.of(ALBERT)));
        assertThat(folder.resolve(".lists.part")).doesNotExist();
    }

    @Test
    void givesAgainWhatTheRunLeft() throws IOException {
        Path run = folder.resolve("runs/r1");
        try (RunFolder files = new RunFolder(folder, "r1")) {
            files.paths().sound(Path.of(ALBERT));
            files.finish(AuditSamples.conclusive(at(StoreRule.MAILDIR_PRESENT, "/vmail/b/Maildir")));
        }

        PathLists.write(run, AuditSamples.conclusive(), folder.resolve("again"));

        assertThat(read(folder.resolve("again")))
                .isEqualTo(read(run.resolve("paths")))
                .isEqualTo(Map.of(
                        "combined.txt", List.of("= " + ALBERT, "- /vmail/b/Maildir"),
                        "maildir-present.txt", List.of("/vmail/b/Maildir")));
    }

    @Test
    void leavesNothingOfARunThatDoesNotEnd() throws IOException {
        try (RunFolder files = new RunFolder(folder, "r1")) {
            files.paths().sound(Path.of(ALBERT));
        }

        assertThat(folder.resolve("runs/r1")).isEmptyDirectory();
    }

    @Test
    void goesWithItsRun() throws IOException {
        try (RunFolder files = new RunFolder(folder, "r1")) {
            files.finish(AuditSamples.conclusive(at(StoreRule.MAILDIR_PRESENT, "/vmail/b/Maildir")));
        }
        Path stranger = Files.writeString(folder.resolve("runs/r1/paths/notes of mine"), "keep");

        assertThat(new RunFolderRemoval(folder, "r1").remove()).isEqualTo(RunFolderRemoval.Outcome.LEFT);
        Files.delete(stranger);
        assertThat(new RunFolderRemoval(folder, "r1").remove()).isEqualTo(RunFolderRemoval.Outcome.REMOVED);
        assertThat(folder.resolve("runs/r1")).doesNotExist();
    }

    private static boolean isHalf(int c) {
        return Character.isSurrogate((char) c);
    }

    private static RunFinding at(StoreRule rule, String place) {
        return AuditSamples.in(
                FindingState.NEW,
                Samples.found(
                        rule.finding(new DiskPath(Path.of(place)), "", "m", "r").at(Path.of(place))));
    }

    /** What a run leaves. */
    private Map<String, List<String>> lists(
            java.util.function.Consumer<vmail.report.audit.StorePaths> seen, RunFinding... findings)
            throws IOException {
        Path workspace = Files.createTempDirectory(folder, "workspace");
        try (RunFolder files = new RunFolder(workspace, "r1")) {
            seen.accept(files.paths());
            files.finish(AuditSamples.conclusive(findings));
        }
        return read(workspace.resolve("runs/r1/paths"));
    }

    private static Map<String, List<String>> read(Path lists) throws IOException {
        Map<String, List<String>> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(lists)) {
            for (Path file : files.toList()) {
                read.put(String.valueOf(file.getFileName()), Files.readAllLines(file));
            }
        }
        return read;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
