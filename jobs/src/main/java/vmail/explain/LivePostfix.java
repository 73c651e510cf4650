package vmail.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The Postfix of this host, asked by its own programs: {@code postconf} for the maps that main.cf names, {@code postmap -q} for
 * their answers.
 *
 * @param configuration the folder of main.cf
 */
public record LivePostfix(Path configuration) {

    private static final int SECONDS = 60;
    private static final int LONGEST_ANSWER = 1 << 20;

    /** Not on the PATH of everybody, and the programs lie there on all systems that package Postfix. */
    private static final String FOLDER = "/usr/sbin/";

    /** Postfix could not be asked, so nothing is known of its answer. The message is for people. */
    public static final class NotAsked extends Exception {

        private static final long serialVersionUID = 1L;

        NotAsked(String message) {
            super(message);
        }
    }

    /** The words of a parameter of main.cf that is a list, with {@code $name} replaced. */
    List<String> list(String parameter) throws NotAsked {
        Said said = run("postconf", "-c", configuration.toString(), "-x", "-h", parameter);
        if (said.code() != 0) {
            throw new NotAsked("postconf says: " + said.complaint());
        }
        return Arrays.stream(said.answer().split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What the first map that knows a key says. */
    Optional<String> ask(List<String> maps, String key) throws NotAsked {
        for (String map : maps) {
            Said said = run("postmap", "-c", configuration.toString(), "-q", key, map);
            if (said.code() == 0) {
                return Optional.of(said.answer().strip());
            }
            // it ends with 1 for an error, too
            if (said.code() != 1 || said.complaint().contains("fatal:")) {
                throw new NotAsked("postmap says of " + map + ": " + said.complaint());
            }
        }
        return Optional.empty();
    }

    private record Said(int code, String answer, String complaint) {}

    /** Arguments go to the program as they are, through no shell. */
    private static Said run(String program, String... arguments) throws NotAsked {
        List<String> command = new ArrayList<>(List.of(FOLDER + program));
        command.addAll(Arrays.asList(arguments));
        try {
            return run(command);
        } catch (IOException | UncheckedIOException e) {
            throw new NotAsked("there is no " + FOLDER + program
                    + " that can be run; run vmail where Postfix runs (Debian: apt install postfix postfix-ldap)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsked(program + " was interrupted");
        }
    }

    private static Said run(List<String> command) throws IOException, InterruptedException, NotAsked {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", "/usr/sbin:/usr/bin"));
        Process process = builder.start();
        try {
            // a key that is "-" makes postmap read keys from here
            process.getOutputStream().close();
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new NotAsked(command.get(0) + " gives no answer within " + SECONDS + " s");
            }
            return new Said(process.exitValue(), answer.join(), complaint.join().strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
