package vmail.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import vmail.report.render.InertText;

/**
 * Where a command speaks: answers on standard output, everything else on standard error.
 *
 * @param interactive whether a person looks at standard error, as against cron
 * @param clock the only one that commands look at
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, Clock clock) {

    /** The launcher tells what standard error is; Java can not see it. */
    static Terminal standard() {
        return new Terminal(
                System.out, System.err, Boolean.getBoolean("vmail.terminal"), Clock.system(ZoneId.systemDefault()));
    }

    /** Colour only where a person looks, and not where NO_COLOR asks for none. */
    boolean coloured() {
        return Boolean.getBoolean("vmail.colour") && System.getenv("NO_COLOR") == null;
    }

    void say(String line) {
        out.println(InertText.of(line));
    }

    void complain(String message) {
        err.println("vmail: " + InertText.of(message));
    }
}
