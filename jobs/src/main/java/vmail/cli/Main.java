package vmail.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vmail.check.StopRequest;

/** Where the program starts: finds the command, runs it, turns what went wrong into a message and an exit code. */
public final class Main {

    private static final int SECONDS_TO_STOP = 30;

    private final Terminal terminal;
    private final StopRequest stop;

    Main(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    public static void main(String[] arguments) {
        StopRequest stop = new StopRequest();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stop, ended), "stop"));
        Terminal terminal = Terminal.standard();
        // Java's own exit code for it is 1, which here means that the work is done
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            complainOfFault(terminal, fault);
            System.exit(ExitCode.FAULT.number());
        });
        int code;
        try {
            code = new Main(terminal, stop).run(arguments);
        } finally {
            ended.countDown();
        }
        // after a signal this blocks until the hook is through, and the signal gives the exit code: 130 or 143
        System.exit(code);
    }

    /** On a signal the run ends at the next safe point, for which the virtual machine has to wait. */
    private static void awaitEnd(StopRequest stop, CountDownLatch ended) {
        stop.request();
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.UNFINISHED.number());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int run(String... arguments) {
        return NagiosCheck.isAsked(arguments)
                ? new NagiosCheck(terminal).run(other -> new Main(other, stop).answer(arguments))
                : answer(arguments);
    }

    private int answer(String... arguments) {
        LogLevel.off.apply();
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            terminal.complain("file names can not be written in this locale (" + System.getProperty("sun.jnu.encoding")
                    + "). Start vmail by its launcher ./vmail, or with LC_ALL=C.UTF-8");
            return ExitCode.USAGE.number();
        }
        try {
            CommandLine commandLine = commandLine();
            SettingsFile file = SettingsFile.of(arguments, commandLine.getCommandSpec());
            prepare(commandLine, file);
            return orLost(commandLine.execute(arguments));
        } catch (Refused e) {
            terminal.complain(String.valueOf(e.getMessage()));
            return e.code().number();
        }
    }

    /** An answer that did not arrive is none: {@code vmail runs > /full/disk}. */
    private int orLost(int code) {
        boolean answered = code == ExitCode.DONE.number() || code == ExitCode.FINDINGS.number();
        if (answered && terminal.out().checkError()) {
            terminal.complain("the answer could not be written (disk full or pipe closed)");
            return ExitCode.UNFINISHED.number();
        }
        return code;
    }

    private CommandLine commandLine() {
        CommandLine root = new CommandLine(new Root());
        List.of(
                        new DoctorCommand(terminal),
                        new InspectCommand(terminal, stop),
                        new CheckCommand(terminal, stop),
                        new PlanCommand(terminal, stop),
                        new ImportCommand(terminal, stop),
                        new ActivateCommand(terminal, stop),
                        new MakeStoresCommand(terminal, stop),
                        new AuditCommand(terminal, stop),
                        new RepairCommand(terminal, stop),
                        new UndoCommand(terminal, stop),
                        new QuarantineCommand(terminal, stop),
                        new RenderCommand(terminal),
                        new ScheduleCommand(terminal),
                        new ReportCommand(terminal),
                        new AcceptCommand(terminal),
                        new RunsCommand(terminal),
                        new ExplainCommand(terminal),
                        new DemoCommand(terminal, stop),
                        new FaultsCommand(terminal))
                .forEach(root::addSubcommand);
        root.addSubcommand(new CommandLine.HelpCommand());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        root.setParameterExceptionHandler((failure, arguments) -> misused(failure));
        root.setExitCodeExceptionMapper(failure -> ExitCode.FAULT.number());
        root.setOut(new java.io.PrintWriter(terminal.out(), true, java.nio.charset.StandardCharsets.UTF_8));
        root.setErr(new java.io.PrintWriter(terminal.err(), true, java.nio.charset.StandardCharsets.UTF_8));
        root.setUsageHelpAutoWidth(true);
        root.setUsageHelpLongOptionsMaxWidth(24);
        return root;
    }

    /** The strategy is the root's: picocli asks no other. */
    private static void prepare(CommandLine root, SettingsFile file) {
        root.getSubcommands().values().forEach(command -> command.setDefaultValueProvider(file));
        root.setExecutionStrategy(parsed -> {
            if (parsed.hasSubcommand()) {
                addPairs(parsed.subcommand().commandSpec(), file);
            }
            return new CommandLine.RunLast().execute(parsed);
        });
    }

    private static void addPairs(CommandSpec command, SettingsFile file) {
        for (CommandSpec mixin : command.mixins().values()) {
            if (mixin.userObject() instanceof SettingsOptions options) {
                file.addPairs("severity", options.severity);
                options.logLevel.apply();
            } else if (mixin.userObject() instanceof SourceOptions options) {
                file.addPairs("default", options.defaults);
            }
        }
    }

    private int failed(Exception failure) {
        if (!Failures.isExpected(failure)) {
            complainOfFault(terminal, failure);
            return ExitCode.FAULT.number();
        }
        terminal.complain(Failures.text(failure));
        return Failures.code(failure).number();
    }

    /** The stack goes to the log only; its messages may quote input. */
    private static void complainOfFault(Terminal terminal, Throwable fault) {
        terminal.complain("a fault of vmail's (" + fault.getClass().getName() + " at "
                + (fault.getStackTrace().length > 0 ? fault.getStackTrace()[0] : "unknown")
                + "). Please report it; nothing that was written is lost, and the same command can be run again");
        System.getLogger("vmail").log(System.Logger.Level.DEBUG, "fault", fault);
    }

    private int misused(ParameterException failure) {
        terminal.complain(String.valueOf(failure.getMessage()));
        List<String> near = near(failure);
        if (!near.isEmpty()) {
            terminal.complain("did you mean " + String.join(" or ", near) + "?");
        }
        terminal.complain("see: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static List<String> near(ParameterException failure) {
        return failure instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
    }
}
