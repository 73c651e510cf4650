package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StagingTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Howto howto;

    @SuppressWarnings("NullAway.Init")
    private Path staging;

    @BeforeEach
    void makeBase() throws IOException, LDIFException {
        howto = Howto.in(directory);
        staging = howto.base().path().resolve(Staging.NAME);
    }

    @Test
    void sweepsWhatADeadRunHasLeft() throws IOException {
        Files.createDirectories(staging.resolve("1/Maildir/cur"));
        Files.createDirectories(staging.resolve("2/.incoming/new"));
        Files.createFile(staging.resolve("2/.incoming/maildirfolder"));
        Files.createSymbolicLink(staging.resolve("2/incoming"), Path.of("/tmp"));
        Files.writeString(staging.resolve("3"), "Timetravel_weekly\t/x\n");

        howto.make();

        Path base = howto.base().path();
        assertThat(Tree.of(base)).containsExactlyElementsOf(Tree.golden(base, Howto.owner()));
    }

    @Test
    void doesNotSweepThroughLinks() throws IOException {
        Path mail = Files.createDirectories(directory.resolve("outside/new"));
        Files.createFile(mail.resolve("1.vm"));
        Files.createDirectories(staging.resolve("1"));
        Files.createSymbolicLink(staging.resolve("1/Maildir"), mail.resolveSibling(""));
        Files.createSymbolicLink(staging.resolve("2"), mail);

        howto.make();

        assertThat(mail.resolve("1.vm")).exists();
        assertThat(staging).doesNotExist();
    }

    @Test
    void refusesWhatItHasNotMade() throws IOException {
        Files.createDirectories(staging.resolve("old.mail"));
        assertForeign(staging.resolve("old.mail"));

        Files.delete(staging.resolve("old.mail"));
        Files.createDirectories(staging.resolve("1/new"));
        Files.createFile(staging.resolve("1/new/1.vm"));
        assertForeign(staging.resolve("1/new/1.vm"));
    }

    @Test
    void refusesALinkInItsPlace() throws IOException {
        Files.createSymbolicLink(staging, directory);

        assertForeign(staging);
    }

    @Test
    void isGoneAfterwards() throws IOException {
        howto.make();

        assertThat(staging).doesNotExist();
    }

    private void assertForeign(Path path) {
        assertThatThrownBy(() -> howto.make())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage(path + " was not made by vmail. Look what it is, move it away, then run the same command"
                        + " again.");
        assertThat(howto.base().path().resolve("albert.onestone")).doesNotExist();
    }
}
