package vmail.reader.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.store.DiskObject;
import vmail.store.DiskObject.Kind;
import vmail.store.StoreMarks;

@Timeout(60)
class StoreWalkerTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Mailbase base;

    @BeforeEach
    void makeTree() throws IOException {
        base = Mailbase.in(directory);
    }

    @Test
    void tellsTheHowtosTree() {
        assertThat(walk()).isEqualTo(howto());
    }

    @Test
    void takesWhatCourierAndMailProgramsAddForNormal() throws IOException {
        Path folder = base.albert.resolve("shared-folders/Timetravel_weekly/incoming");
        Mailbase.make(folder, 0700, 0700);
        Files.createDirectory(folder.resolve("courierimapkeywords"));
        Files.createFile(folder.resolve("shared-timestamp"));
        Files.createSymbolicLink(folder.resolve("shared"), base.timetravel.resolve(".incoming"));
        Files.createSymbolicLink(folder.resolve("cur/1.vm:2,FS"), base.timetravel.resolve(".incoming/cur/1.vm:2,"));
        Mailbase.make(base.albert.resolve(".Sent"), 0700, 0700);
        Files.createFile(base.albert.resolve("courierimapsubscribed"));
        Files.createDirectory(base.albert.resolve("courierimaphieracl"));
        Files.createFile(base.albert.resolve("maildirsize"));
        Files.createFile(base.timetravel.resolve("courierimapuiddb"));
        Files.createFile(base.timetravel.resolve(".incoming/cur/1.vm:2,"));
        Files.createDirectories(base.path.resolve("lost+found/#12"));
        Files.createDirectories(base.path.resolve(".vmail-staging/1"));
        Files.createFile(base.path.resolve(".vmail-lock"));

        assertThat(walk()).isEqualTo(howto());
    }

    @Test
    void marksWhatIsAsItMustBe() throws IOException {
        assertThat(marks())
                .containsEntry("albert.onestone/Maildir", StoreMarks.maildir(List.of(base.subscription.line())))
                .containsEntry("shared.maildirs/timetravel.weekly", StoreMarks.sound())
                .containsEntry("shared.maildirs/timetravel.weekly/.incoming", StoreMarks.sound())
                .containsEntry("shared/timetravel.weekly/incoming", StoreMarks.link(base.link.target()));

        Mailbase.chmod(base.albert.resolve("new"), 0755);
        Mailbase.chmod(base.timetravel, 0700);
        Files.delete(base.timetravel.resolve(".incoming/maildirfolder"));
        Files.writeString(base.path.resolve("seven.of.nine/Maildir/shared-maildirs"), "A\t/vmail/a\n");

        assertThat(marks())
                .containsEntry("albert.onestone/Maildir", StoreMarks.NONE)
                .containsEntry("seven.of.nine/Maildir", StoreMarks.maildir(List.of("A\t/vmail/a")))
                .containsEntry("shared.maildirs/timetravel.weekly", StoreMarks.NONE)
                .containsEntry("shared.maildirs/timetravel.weekly/.incoming", StoreMarks.NONE);
    }

    private Map<String, Long> marks() {
        Map<String, Long> marks = new HashMap<>();
        new StoreWalker(
                        new MailBase(base.path),
                        object -> marks.put(base.path.relativize(object.path()).toString(), object.mark()))
                .walk();
        return marks;
    }

    @Test
    void walksAPartOnly() throws IOException {
        List<DiskObject> objects = new ArrayList<>();

        new StoreWalker(new MailBase(base.path), objects::add).walk(base.albert.resolveSibling(""));
        new StoreWalker(new MailBase(base.path), objects::add).walk(base.link.path());
        new StoreWalker(new MailBase(base.path), objects::add).walk(base.path.resolve("nobody/here"));

        assertThat(objects).extracting(DiskObject::path).containsExactly(base.albert, base.link.path());
    }

    @Test
    void tellsNamesThatDifferByCaseOnly() throws IOException {
        Files.createDirectories(base.path.resolve("Albert.Onestone/x"));
        Files.createDirectories(base.path.resolve("ALBERT.onestone/x"));
        Files.createDirectories(base.path.resolve("Seven.Of.Ten/x"));

        assertThat(walk())
                .filteredOn(object -> object.kind() == Kind.TWIN)
                .hasSize(2)
                .anySatisfy(twin -> assertThat(twin.detail()).isEqualTo("albert.onestone"));
    }

    @Test
    void tellsWhatBelongsToNobody() throws IOException {
        Path old = base.path.resolve("department/old.friend/Maildir");
        Mailbase.make(old, 0700, 0700);
        Files.delete(old.resolve("tmp"));
        Files.createDirectory(base.path.resolve("empty"));
        Files.createFile(base.path.resolve("backup.tar"));
        Files.createSymbolicLink(base.path.resolve("etc"), Path.of("/nowhere"));
        Mailbase.make(base.timetravel.resolve(".old"), 0700, 0700);
        Files.createDirectories(base.path.resolve("shared.maildirs/daily/.box"));
        Files.createSymbolicLink(base.path.resolve("shared/timetravel.weekly/old"), Path.of("/nowhere"));
        Files.createDirectories(base.path.resolve("shared/daily"));
        Mailbase.make(base.path.resolve("shared/timetravel.weekly/real"), 0700, 0700);

        List<DiskObject> expected = new ArrayList<>(howto());
        expected.add(object(Kind.MAILDIR, "department/old.friend/Maildir", ""));
        expected.add(object(Kind.EMPTY, "empty", ""));
        expected.add(object(Kind.STRAY, "backup.tar", "a file"));
        expected.add(object(Kind.STRAY, "etc", "a symbolic link to /nowhere"));
        expected.add(object(Kind.FOLDER, "shared.maildirs/timetravel.weekly/.old", ""));
        expected.add(object(Kind.SHARABLE_MAILDIR, "shared.maildirs/daily", ""));
        expected.add(object(Kind.FOLDER, "shared.maildirs/daily/.box", ""));
        expected.add(object(Kind.LINK, "shared/timetravel.weekly/old", "/nowhere"));
        expected.add(object(Kind.EMPTY, "shared/daily", ""));
        expected.add(object(Kind.MAILDIR, "shared/timetravel.weekly/real", ""));
        assertThat(walk()).isEqualTo(sorted(expected));
    }

    @Test
    void findsTheMailOfTwoAccountsWithOneAddress() throws IOException {
        Files.createDirectories(base.path.resolve("albert.onestone/Maildir/,/vmail/seven.of.nine/Maildir/new"));
        Files.createDirectories(base.path.resolve("seven.of.nine/Maildir,/vmail/x/new"));

        assertThat(walk())
                .contains(
                        object(Kind.COMMA, "albert.onestone/Maildir/,", ""),
                        object(Kind.COMMA, "seven.of.nine/Maildir,", ""));
    }

    @Test
    void doesNotWaitForFifos() throws IOException, InterruptedException {
        for (String place : List.of("fifo", "albert.onestone/fifo", "shared/fifo", "shared.maildirs/fifo")) {
            Mailbase.makeFifo(base.path.resolve(place));
        }
        Files.delete(base.subscription.path());
        Mailbase.makeFifo(base.subscription.path());

        assertThat(walk())
                .filteredOn(object -> object.kind() == Kind.STRAY)
                .extracting(DiskObject::detail)
                .containsExactly("a FIFO", "a FIFO", "a FIFO", "a FIFO");
    }

    @Test
    void tellsWhatItMayNotRead() throws IOException {
        assumeTrue(base.owner().uid() != 0, "SKIPPED: root may read everything");
        Path closed = base.path.resolve("albert.onestone");
        Mailbase.chmod(closed, 0);

        List<DiskObject> objects = walk();

        Mailbase.chmod(closed, 0755);
        assertThat(objects)
                .contains(object(Kind.UNKNOWN, "albert.onestone", "Permission denied"))
                .contains(object(Kind.MAILDIR, "seven.of.nine/Maildir", ""));
    }

    @Test
    void doesNotTakeAMissingMailBaseForAnEmptyOne() {
        List<DiskObject> objects = new ArrayList<>();
        Path missing = directory.resolve("unmounted");

        new StoreWalker(new MailBase(missing), objects::add).walk();

        assertThat(objects)
                .containsExactly(new DiskObject(Kind.UNKNOWN, missing, "the mail base is missing or can not be read"));
    }

    @Test
    void endsInAVeryDeepTree() throws IOException {
        Files.createDirectories(base.path.resolve("d/".repeat(200)));

        assertThat(walk())
                .filteredOn(object -> object.kind() == Kind.UNKNOWN)
                .extracting(DiskObject::detail)
                .containsExactly("more than 128 directories inside each other");
    }

    @Test
    void showsNamesThatAreNoText() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/bin/sh", "-c", "mkdir \"$0/$(printf 'b\\374se\\033[2J')\"", base.path.toString())
                .start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(walk())
                .filteredOn(object -> object.kind() == Kind.EMPTY)
                .extracting(object -> new DiskPath(object.path()).toString())
                .containsExactly(base.path + "/b\\xfcse\\x1b[2J");
    }

    private List<DiskObject> howto() {
        return sorted(List.of(
                object(Kind.MAILDIR, "albert.onestone/Maildir", ""),
                object(Kind.MAILDIR, "seven.of.nine/Maildir", ""),
                object(Kind.SHARABLE_MAILDIR, "shared.maildirs/timetravel.weekly", ""),
                object(Kind.FOLDER, "shared.maildirs/timetravel.weekly/.future.editions", ""),
                object(Kind.FOLDER, "shared.maildirs/timetravel.weekly/.incoming", ""),
                object(Kind.FOLDER, "shared.maildirs/timetravel.weekly/.past.editions", ""),
                object(Kind.LINK, "shared/timetravel.weekly/incoming", base.timetravel + "/.incoming")));
    }

    private DiskObject object(Kind kind, String path, String detail) {
        return new DiskObject(kind, base.path.resolve(path), detail);
    }

    private List<DiskObject> walk() {
        List<DiskObject> objects = new ArrayList<>();
        new StoreWalker(new MailBase(base.path), objects::add).walk();
        return sorted(objects);
    }

    private static List<DiskObject> sorted(List<DiskObject> objects) {
        return objects.stream()
                .map(object -> new DiskObject(object.kind(), object.path(), object.detail()))
                .sorted(Comparator.comparing(object -> object.path().toString()))
                .toList();
    }
}
