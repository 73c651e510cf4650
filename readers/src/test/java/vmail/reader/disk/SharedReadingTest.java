package vmail.reader.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.store.DiskObject;
import vmail.store.DiskObject.Kind;

@Timeout(60)
class SharedReadingTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Mailbase base;

    @BeforeEach
    void makeTree() throws IOException {
        base = Mailbase.in(directory);
    }

    @Test
    void tellsTheLines() throws IOException {
        assertThat(SharedReading.of(base.albert))
                .containsExactly(new DiskObject(Kind.SUBSCRIPTION, base.subscription.path(), base.subscription.line()));
    }

    @Test
    void tellsWhatHasBeenOpenedAndHasNoLine() throws IOException {
        for (String folder : List.of("incoming", "past.editions")) {
            Path opened =
                    base.albert.resolve("shared-folders/Timetravel_weekly").resolve(folder);
            Mailbase.make(opened, 0700, 0700);
            Files.createSymbolicLink(opened.resolve("shared"), base.timetravel.resolve("." + folder));
        }
        Mailbase.make(base.albert.resolve("shared-folders/Empty/incoming"), 0700, 0700);
        Files.createFile(base.albert.resolve("shared-folders/file"));
        Files.writeString(base.subscription.path(), "");

        assertThat(SharedReading.of(base.albert))
                .containsExactly(new DiskObject(
                        Kind.OPENED,
                        base.albert.resolve("shared-folders/Timetravel_weekly"),
                        base.timetravel.toString()));
    }

    @Test
    void tellsWhatWasOpenedAndIsGone() throws IOException {
        Path opened = base.albert.resolve("shared-folders/Timetravel_weekly/old");
        Mailbase.make(opened, 0700, 0700);
        Files.createSymbolicLink(opened.resolve("shared"), base.timetravel.resolve(".old"));

        assertThat(SharedReading.of(base.albert))
                .contains(new DiskObject(
                        Kind.DEAD_END,
                        opened.resolve("shared"),
                        base.timetravel.resolve(".old").toString()));
    }

    @Test
    void doesNotWaitForAFifo() throws IOException, InterruptedException {
        Files.delete(base.subscription.path());
        Mailbase.makeFifo(base.subscription.path());

        assertThat(SharedReading.of(base.albert)).isEmpty();
    }
}
