package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.store.StoreItem;
import vmail.writer.store.StoreOutcome.AlreadyThere;
import vmail.writer.store.StoreOutcome.Conflict;
import vmail.writer.store.StoreOutcome.Made;

@Timeout(60)
class SubscriptionTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Howto howto;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private String line;

    @BeforeEach
    void makeStores() throws IOException, LDIFException {
        howto = Howto.in(directory);
        howto.make();
        file = howto.base().path().resolve("albert.onestone/Maildir/shared-maildirs");
        line = "Timetravel_weekly\t" + howto.base().path() + "/shared.maildirs/timetravel.weekly\n";
    }

    @Test
    void isAddedWhereTheFileIsMissing() throws IOException {
        Files.delete(file);

        assertThat(make()).isInstanceOf(Made.class);
        assertThat(file).hasContent(line);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void keepsAllOtherBytesAndTheMode() throws IOException {
        byte[] before = "# mine \u00e9\r\nother\t/x\n\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, before);
        Files.setAttribute(file, "unix:mode", 0600);

        assertThat(make()).isInstanceOf(Made.class);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(before, StandardCharsets.ISO_8859_1) + line);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void endsALineWithoutEnd() throws IOException {
        Files.writeString(file, "other\t/x");

        assertThat(make()).isInstanceOf(Made.class);
        assertThat(file).hasContent("other\t/x\n" + line);
    }

    @Test
    void isThereAlreadyInAnySpellingThatCourierReads() throws IOException {
        Files.writeString(file, line.replace("\t", "   ").strip() + "/");

        assertThat(make()).isInstanceOf(AlreadyThere.class);
    }

    @Test
    void neverChangesTheNicksOtherPath() throws IOException {
        Files.writeString(file, "Timetravel_weekly\t/elsewhere\n");

        assertConflict(file + " line 1 names /elsewhere as Timetravel_weekly, expected " + sharable());
        assertThat(file).hasContent("Timetravel_weekly\t/elsewhere\n");
    }

    @Test
    void neverChangesAFileWithWindowsLineEnds() throws IOException {
        Files.writeString(file, line.replace("\n", "\r\n"));

        assertConflict(file + " line 1 ends with CR LF, so that Courier looks for a directory with a CR in its name,"
                + " expected " + sharable());
    }

    @Test
    void neverTouchesWhatIsNoFile() throws IOException, InterruptedException {
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(((Conflict) make()).found()).startsWith(file + " is a directory of ");

        Files.delete(file);
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "x\n");
        Files.createSymbolicLink(file, elsewhere);
        assertThat(((Conflict) make()).found()).startsWith(file + " is a symbolic link of ");
        assertThat(elsewhere).hasContent("x\n");

        Files.delete(file);
        StoreWriterTest.makeFifo(file);
        assertConflict(file + " is a FIFO of 0 bytes, expected a file of 1048576 at most");
    }

    @Test
    void neverReadsAHugeFile() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(file.toString(), "rw")) {
            huge.setLength(10L << 20);
        }

        assertConflict(file + " is a file of 10485760 bytes, expected a file of 1048576 at most");
    }

    @Test
    void needsItsMaildir() throws IOException, LDIFException {
        Howto empty = new Howto(Files.createDirectory(directory.resolve("empty")));

        StoreOutcome outcome = empty.make(empty.albert().subList(1, 2)).get(0);

        assertThat(outcome)
                .isEqualTo(new Conflict(
                        empty.albert().get(1),
                        directory + "/empty/albert.onestone/Maildir is missing, which the line belongs in",
                        "Make the maildir first"));
    }

    private Path sharable() {
        return howto.base().path().resolve("shared.maildirs/timetravel.weekly");
    }

    private StoreOutcome make() throws StoreUnavailable {
        StoreItem item = howto.albert().get(1);
        return howto.make(List.of(item)).get(0);
    }

    private void assertConflict(String found) throws StoreUnavailable {
        assertThat(make())
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.found()).isEqualTo(found));
    }
}
