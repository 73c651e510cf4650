package vmail.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendmailTest {

    private static final byte[] MESSAGE = "Subject: x\n\n.\nfrom here\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void givesTheMessageAndItsRecipientAndNothingElse() throws IOException, Sendmail.NotSent {
        Sendmail sendmail = program("printf '%s|' \"$@\" > arguments; cat > message; env > environment");

        sendmail.send("postmaster@mydomain.nl", MESSAGE);

        assertThat(folder.resolve("arguments")).hasContent("-i|--|postmaster@mydomain.nl|");
        assertThat(folder.resolve("message")).hasBinaryContent(MESSAGE);
        assertThat(Files.readAllLines(folder.resolve("environment")).stream()
                        .filter(line -> !line.matches("(PWD|SHLVL|_|OLDPWD)=.*")))
                .containsExactlyInAnyOrder("LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin");
    }

    @Test
    void tellsWhatTheProgramSays() throws IOException {
        Sendmail sendmail = program("cat > /dev/null; echo 'queue is full' >&2; exit 75");

        assertThatThrownBy(() -> sendmail.send("root", MESSAGE))
                .isInstanceOf(Sendmail.NotSent.class)
                .hasMessage(sendmail.program() + " ended with 75: queue is full");
    }

    @Test
    void isNotHeldUpByOneThatSaysMuch() throws IOException {
        Sendmail sendmail = program("head -c 3000000 /dev/zero | tr '\\0' x; cat > /dev/null; exit 1");

        assertThatThrownBy(() -> sendmail.send("root", MESSAGE))
                .hasMessage(sendmail.program() + " ended with 1: " + "x".repeat(4096));
    }

    @Test
    void endsOneThatDoesNot() throws IOException {
        Sendmail sendmail = new Sendmail(program("exec sleep 100").program(), Duration.ofSeconds(1));

        assertThatThrownBy(() -> sendmail.send("root", new byte[1 << 20]))
                .hasMessage(sendmail.program() + " has not taken it within 1 s");
    }

    @Test
    void doesNotTakeAMessageForSentOfWhichOnlyAPartWasRead() throws IOException {
        Sendmail sendmail = program("exit 0");

        assertThatThrownBy(() -> sendmail.send("root", new byte[1 << 22]))
                .hasMessage(sendmail.program() + " has not read all of it");
    }

    @Test
    void saysThatThereIsNone() {
        Sendmail sendmail = new Sendmail(folder.resolve("none"), Sendmail.PATIENCE);

        assertThatThrownBy(() -> sendmail.send("root", MESSAGE))
                .hasMessageStartingWith(sendmail.program() + " can not be run: ");
    }

    private Sendmail program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("sendmail"), "#!/bin/sh\ncd " + folder + "\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Sendmail(file, Sendmail.PATIENCE);
    }
}
