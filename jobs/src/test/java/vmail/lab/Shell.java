package vmail.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scripts that tests compare with. */
public final class Shell {

    private Shell() {}

    /**
     * Runs it to its end, which must be a good one.
     *
     * @return what it said
     */
    public static String asMailOwner(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(MailOwner.prefix());
        command.addAll(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
        return output;
    }
}
