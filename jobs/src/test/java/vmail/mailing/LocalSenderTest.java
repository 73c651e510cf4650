package vmail.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSenderTest {

    @TempDir
    private Path folder;

    @Test
    void isTheUserAtTheHost() throws IOException {
        Path mailname = Files.writeString(folder.resolve("mailname"), "mail.mydomain.nl\n");

        assertThat(LocalSender.address("vmail", List.of(folder.resolve("none"), mailname)))
                .isEqualTo("vmail@mail.mydomain.nl");
    }

    @Test
    void takesNothingThatIsNoName() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd"), "a>\u001b\nb");
        Path good = Files.writeString(folder.resolve("good"), "voyager");

        assertThat(LocalSender.address("a\nBcc: b", List.of(odd, good))).isEqualTo("vmail@voyager");
        assertThat(LocalSender.address("root", List.of(odd))).isEqualTo("root@localhost");
    }
}
