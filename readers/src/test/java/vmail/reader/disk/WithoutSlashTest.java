package vmail.reader.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutSlashTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void makesAnMboxWhereNothingIs() throws IOException {
        Path store = directory.resolve("Maildir");

        assertThat(new WithoutSlash(store).defersMail()).isFalse();

        Files.createFile(store);
        assertThat(new WithoutSlash(store).defersMail()).isFalse();
    }

    @Test
    void defersWhereTheMaildirIs() throws IOException {
        Path store = Files.createDirectory(directory.resolve("Maildir"));

        assertThat(new WithoutSlash(store).defersMail()).isTrue();
    }

    @Test
    void defersWhereTheDirectoryAboveIsMissing() throws IOException {
        assertThat(new WithoutSlash(directory.resolve("albert/Maildir")).defersMail())
                .isTrue();
    }
}
