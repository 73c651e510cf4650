package vmail.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server in a process group of its own that ends with this virtual machine, however that ends.
 *
 * <p>A shell between the two waits for the end of its standard input: that comes when this is closed, and when the virtual machine
 * is killed.
 */
final class Daemon implements AutoCloseable {

    private static final String WATCH = """
            trap : HUP INT TERM
            log=$1; shift
            setsid "$@" >>"$log" 2>&1 </dev/null &
            echo $!
            exec >/dev/null 2>&1
            cat
            # authdaemond and couriertcpd wait for their children when they are asked to end
            kill -s KILL -- -$!
            wait
            for i in 1 2 3 4 5; do kill -s 0 -- -$! || break; sleep 0.02; done
            """;

    private final Process watch;
    private final Path log;
    private final long pid;

    private Daemon(Process watch, Path log, long pid) {
        this.watch = watch;
        this.log = log;
        this.pid = pid;
    }

    /** @param command that stays in the foreground */
    static Daemon start(Path log, List<String> command) throws IOException {
        List<String> watched = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "watch", log.toString()));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        BufferedReader answer = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
        return new Daemon(process, log, Long.parseLong(answer.readLine()));
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        try {
            watch.getOutputStream().close();
            watch.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
