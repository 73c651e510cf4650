package vmail.mailing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The host's {@code sendmail}, as every mail server has one. It gets the recipient as an argument behind {@code --}, never from the
 * message, and an environment that says nothing of ours.
 *
 * @param patience until it is ended
 */
public record Sendmail(Path program, Duration patience) {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONGEST_ANSWER = 4096;

    /** The message was not taken. The message of this is for people. */
    public static final class NotSent extends Exception {

        private static final long serialVersionUID = 1L;

        NotSent(String message) {
            super(message);
        }
    }

    public void send(String recipient, byte[] message) throws NotSent {
        try {
            run(recipient, message);
        } catch (IOException e) {
            throw new NotSent(program + " can not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(program + " was interrupted");
        }
    }

    private void run(String recipient, byte[] message) throws IOException, InterruptedException, NotSent {
        // -i: a line that is a dot ends nothing
        ProcessBuilder builder = new ProcessBuilder(List.of(program.toString(), "-i", "--", recipient));
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
        Process process = builder.redirectErrorStream(true).start();
        try {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<Void> given = CompletableFuture.runAsync(() -> give(message, process.getOutputStream()));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotSent(program + " has not taken it within " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new NotSent(program + " ended with " + process.exitValue() + complaint(answer));
            }
            requireGiven(given);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that it started may keep the line open. */
    private static String complaint(CompletableFuture<String> answer) {
        String text = answer.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
        return text.isEmpty() ? "" : ": " + text;
    }

    /** One that has not read all has not sent all. */
    private void requireGiven(CompletableFuture<Void> given) throws NotSent {
        try {
            given.join();
        } catch (CompletionException e) {
            throw new NotSent(program + " has not read all of it");
        }
    }

    private static void give(byte[] message, OutputStream out) {
        try (out) {
            out.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its beginning; the rest is read, so that nobody waits for us. */
    private static String text(InputStream in) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[LONGEST_ANSWER];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                kept.write(buffer, 0, Math.min(read, LONGEST_ANSWER - Math.min(LONGEST_ANSWER, kept.size())));
            }
        } catch (IOException e) {
            // it was ended; what it said so far counts
        }
        return kept.toString(StandardCharsets.UTF_8).strip();
    }
}
