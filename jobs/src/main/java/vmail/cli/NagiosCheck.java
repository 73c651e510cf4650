package vmail.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import vmail.report.render.NagiosState;

/**
 * A command as the plugin of a monitoring system: whatever keeps it from its answer is UNKNOWN, one line on standard output and
 * exit 3. Monitoring systems take 1 and 2 for WARNING and CRITICAL and do not read standard error.
 */
record NagiosCheck(Terminal terminal) {

    private static final String OPTION = "--format";
    private static final String FORMAT = "nagios";
    private static final String NAME = "vmail: ";

    /** Looked for before anything is parsed, as wrong usage has to be told the same way. */
    static boolean isAsked(String... arguments) {
        List<String> all = Arrays.asList(arguments);
        int option = all.indexOf(OPTION);
        boolean apart = option >= 0 && option + 1 < all.size() && FORMAT.equalsIgnoreCase(all.get(option + 1));
        return apart || all.stream().anyMatch((OPTION + "=" + FORMAT)::equalsIgnoreCase);
    }

    int run(ToIntFunction<Terminal> command) {
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code;
        try (PrintStream err = new PrintStream(complaints, true, StandardCharsets.UTF_8)) {
            code = command.applyAsInt(new Terminal(terminal.out(), err, false, terminal.clock()));
        }
        String text = complaints.toString(StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return code;
        }
        terminal.err().print(text);
        String first = text.lines().findFirst().orElse("");
        terminal.out()
                .println(NagiosState.UNKNOWN.line(first.startsWith(NAME) ? first.substring(NAME.length()) : first));
        return NagiosState.UNKNOWN.code();
    }
}
