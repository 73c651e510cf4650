package vmail.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vmail.check.StopRequest;
import vmail.cli.InProcess;

/**
 * vmail's command line: in this virtual machine, in one of its own, or in one of its own that belongs to the mail owner.
 *
 * @param prefix what runs the virtual machine: setpriv, strace
 * @param javaOptions for a virtual machine of its own
 * @param settings options that every command gets
 * @param clock of commands in this virtual machine
 */
public record Cli(Where where, List<String> prefix, List<String> javaOptions, List<String> settings, Clock clock) {

    /** Which process runs a command. */
    public enum Where {
        HERE,
        PROCESS,
        PROCESS_OF_MAIL_OWNER
    }

    /** In this virtual machine, which is fastest. */
    public static Cli here() {
        return new Cli(Where.HERE, List.of(), List.of(), List.of(), Clock.system(ZoneId.systemDefault()));
    }

    /** In a process, as the launcher starts it. */
    public static Cli process() {
        return new Cli(Where.PROCESS, List.of(), List.of(), List.of(), Clock.system(ZoneId.systemDefault()));
    }

    /** In a process of uid 5000 where root runs the tests. */
    public static Cli asMailOwner() {
        return new Cli(
                Where.PROCESS_OF_MAIL_OWNER, List.of(), List.of(), List.of(), Clock.system(ZoneId.systemDefault()));
    }

    /** The same with further options for every command. */
    public Cli with(String... options) {
        return new Cli(where, prefix, javaOptions, joined(settings, Arrays.asList(options)), clock);
    }

    /** The same below another program, for example {@code strace}. */
    public Cli under(String... program) {
        return new Cli(where, joined(prefix, Arrays.asList(program)), javaOptions, settings, clock);
    }

    /** The same with options for the virtual machine. */
    public Cli java(String... options) {
        return new Cli(where, prefix, joined(javaOptions, Arrays.asList(options)), settings, clock);
    }

    /** The same at another time. */
    public Cli at(Clock time) {
        return new Cli(where, prefix, javaOptions, settings, time);
    }

    /** Runs a command to its end. */
    public Ran run(String... arguments) throws IOException, InterruptedException {
        if (where == Where.HERE) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            String[] all = joined(Arrays.asList(arguments), settings).toArray(new String[0]);
            int code = InProcess.run(
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8),
                    new StopRequest(),
                    clock,
                    all);
            return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
        }
        Path out = Files.createTempFile("vmail-out", null);
        Path err = Files.createTempFile("vmail-err", null);
        try {
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int code = process.waitFor();
            return new Ran(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** A process to start, to kill, to look at. */
    public ProcessBuilder builder(String... arguments) throws IOException {
        // as the launcher does, which is not there yet when tests run
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "vmail"));
        if (where == Where.PROCESS_OF_MAIL_OWNER) {
            command.addAll(MailOwner.prefix());
        }
        command.addAll(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(javaOptions);
        command.addAll(ClassPath.options());
        command.add("vmail.cli.Main");
        command.addAll(Arrays.asList(arguments));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.directory(Path.of("/").toFile());
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
