package vmail.cli;

import java.io.PrintStream;
import java.time.Clock;
import vmail.check.StopRequest;

/** Lets tests of other packages run the command line in their own virtual machine. */
public final class InProcess {

    private InProcess() {}

    /** @return the exit code */
    public static int run(PrintStream out, PrintStream err, StopRequest stop, Clock clock, String... arguments) {
        return new Main(new Terminal(out, err, false, clock), stop).run(arguments);
    }
}
