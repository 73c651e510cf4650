package vmail.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the mail servers that run to their end. */
final class Command {

    private Command() {}

    static Ran run(List<String> command) throws IOException, InterruptedException {
        Path err = Files.createTempFile("vmail-err", null);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }
}
