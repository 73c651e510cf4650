package vmail.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.report.findings.AcceptanceStore;
import vmail.report.findings.AcceptedFinding;
import vmail.report.findings.WorkspaceDatabase;
import vmail.report.render.CheckedOutput;
import vmail.report.render.JsonSink;
import vmail.report.run.Acceptance;

/** {@code vmail accept}. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = {
            "Live with a finding: it stays in every report, shown as accepted with its reason, and no longer counts for the exit"
                    + " code, until a day that must be given. Then it is back.",
            "FINDING is the beginning of an id, as reports show it."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AcceptCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 4000;

    private final Terminal terminal;

    @Mixin
    SettingsOptions options;

    @Parameters(paramLabel = "FINDING", arity = "0..*", description = "What to accept.")
    List<String> findings = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    @Nullable
    String reason;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day on which it is accepted, e.g. 2027-03-31.")
    @Nullable
    String until;

    @Option(names = "--list", description = "List what is accepted; what ends first comes first.")
    boolean list;

    @Option(names = "--withdraw", description = "Accept FINDING no longer.")
    boolean withdraw;

    AcceptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refused, IOException {
        requireOneWish();
        Optional<Acceptance> wanted = list || withdraw ? Optional.empty() : Optional.of(acceptance());
        try (WorkspaceDatabase database =
                WorkspaceDatabase.open(options.settings().workspace())) {
            AcceptanceStore store = new AcceptanceStore(database.dataSource());
            if (list) {
                store.list().forEach(this::say);
                return ExitCode.DONE.number();
            }
            // all are known before the first is changed
            List<AcceptedFinding> meant = new ArrayList<>();
            for (String finding : findings) {
                meant.add(meant(store, finding));
            }
            if (wanted.isPresent()) {
                meant.forEach(finding -> accept(store, finding, wanted.get()));
            } else {
                meant.forEach(finding -> withdraw(store, finding));
            }
            return ExitCode.DONE.number();
        }
    }

    private void requireOneWish() throws Refused {
        if (list && (withdraw || !findings.isEmpty())) {
            throw new Refused(ExitCode.USAGE, "--list stands alone");
        }
        if (!list && findings.isEmpty()) {
            throw new Refused(ExitCode.USAGE, "which finding? Name the beginning of its id, as vmail report shows it");
        }
    }

    private Acceptance acceptance() throws Refused {
        if (reason == null || reason.isBlank()) {
            throw new Refused(ExitCode.USAGE, "an acceptance needs a reason: --reason TEXT");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refused(ExitCode.USAGE, "--reason has more than " + LONGEST_REASON + " characters");
        }
        return new Acceptance(
                reason.strip(),
                day(),
                System.getProperty("user.name", "unknown"),
                terminal.clock().instant());
    }

    private LocalDate day() throws Refused {
        if (until == null) {
            throw new Refused(ExitCode.USAGE, "an acceptance needs an end: --until DATE, e.g. --until 2027-03-31");
        }
        try {
            LocalDate day = LocalDate.parse(until.strip());
            if (day.isBefore(LocalDate.now(terminal.clock()))) {
                throw new Refused(ExitCode.USAGE, "--until " + day + " is over");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refused(ExitCode.USAGE, "--until is a day such as 2027-03-31, not " + until);
        }
    }

    private AcceptedFinding meant(AcceptanceStore store, String finding) throws Refused {
        String beginning = finding.strip().toLowerCase(Locale.ROOT);
        if (!beginning.matches("[0-9a-f]{1,32}")) {
            throw new Refused(ExitCode.USAGE, "not the id of a finding: " + finding + ". vmail report shows them");
        }
        List<AcceptedFinding> found = store.find(beginning).stream()
                .filter(each -> !withdraw || each.acceptance().isPresent())
                .toList();
        if (found.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    withdraw
                            ? "no accepted finding has an id that begins with " + beginning
                                    + "; vmail accept --list shows them"
                            : "no finding of the latest runs has an id that begins with " + beginning
                                    + "; vmail report shows them");
        }
        if (found.size() > 1) {
            throw new Refused(
                    ExitCode.USAGE,
                    found.size() + " findings have ids that begin with " + beginning + ": "
                            + found.stream().map(AcceptedFinding::id).limit(10).collect(Collectors.joining(", "))
                            + (found.size() > 10 ? " ..." : "") + ". Give more digits");
        }
        return found.get(0);
    }

    private void accept(AcceptanceStore store, AcceptedFinding finding, Acceptance acceptance) {
        store.accept(finding, acceptance);
        terminal.say("accepted until " + acceptance.until() + ": " + text(finding));
    }

    private void withdraw(AcceptanceStore store, AcceptedFinding finding) {
        store.withdraw(finding);
        terminal.say("no longer accepted: " + text(finding));
    }

    private static String text(AcceptedFinding finding) {
        String whom = finding.whom().isEmpty() ? "" : finding.whom() + ": ";
        return finding.id() + " [" + finding.rule() + "] " + whom + finding.message();
    }

    private void say(AcceptedFinding finding) {
        Acceptance acceptance = finding.acceptance().orElseThrow();
        boolean holds = acceptance.holdsOn(LocalDate.now(terminal.clock()));
        if (options.format == SettingsOptions.Format.json) {
            JsonSink.writeObject(
                    new CheckedOutput(terminal.out()),
                    json -> json.writeStringProperty("id", finding.id())
                            .writeStringProperty("rule", finding.rule())
                            .writeStringProperty("dn", finding.dn())
                            .writeStringProperty("place", finding.place())
                            .writeStringProperty("message", finding.message())
                            .writeStringProperty("reason", acceptance.reason())
                            .writeStringProperty("until", acceptance.until().toString())
                            .writeStringProperty("by", acceptance.by())
                            .writeStringProperty("since", acceptance.since().toString())
                            .writeBooleanProperty("holds", holds));
            return;
        }
        terminal.say((holds ? "until " : "expired ") + acceptance.until() + ", by " + acceptance.by() + ": "
                + text(finding));
        terminal.say("  " + acceptance.reason());
    }
}
