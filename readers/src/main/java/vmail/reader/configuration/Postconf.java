package vmail.reader.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What {@code postconf -n} says of a configuration directory: the parameters that main.cf sets, as Postfix itself reads them. */
final class Postconf {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/postconf"), Path.of("/usr/local/sbin/postconf"));
    private static final int SECONDS = 10;

    private Postconf() {}

    /** Empty where there is no Postfix, or it does not take the directory. */
    static Optional<Map<String, Parameter>> parameters(Path directory) throws IOException {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(program.get().toString(), "-c", directory.toString(), "-n")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? Optional.of(PostfixSyntax.parse("postconf", text.lines().toList()))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
