package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UmaskTest {

    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"000", "077", "277"})
    void changesNothing(String umask) throws IOException, InterruptedException, LDIFException {
        Path base = Howto.in(directory).base().path();

        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "umask " + umask + "; exec \"$0\" -cp \"$1\" vmail.writer.store.UmaskTest \"$2\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        base.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEmpty();
        assertThat(Tree.of(base)).containsExactlyElementsOf(Tree.golden(base, Howto.owner()));
    }

    /** What runs under another umask, which Java can not set for itself. */
    public static void main(String[] args) throws IOException, LDIFException {
        new Howto(Path.of(args[0])).make();
    }
}
