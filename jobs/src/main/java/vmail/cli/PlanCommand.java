package vmail.cli;

import com.unboundid.ldap.sdk.Modification;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vmail.account.AcceptedDomains;
import vmail.account.DirectoryUnavailable;
import vmail.check.CheckedSources;
import vmail.check.RunFindings;
import vmail.check.SourceCheck;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.ImportPlan;
import vmail.reader.directory.IncompleteRead;
import vmail.settings.Settings;
import vmail.store.ItemState;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.writer.directory.EntryChange;

/** {@code vmail plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Show what `vmail import` of the same SOURCEs would do: entries to add, change (attribute by attribute) or leave,"
                    + " stores, links and subscriptions to make. Touches nothing.",
            "Passwords are never shown."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    SourceOptions sources;

    PlanCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, IncompleteRead {
        Settings settings = options.settings();
        Instant started = terminal.clock().instant();
        TerminalProgress progress = new TerminalProgress(terminal, stop);
        try (Answer answer = Answer.of(options.format, terminal, progress, Answer.ALL);
                ConfiguredDirectory directory = ConfiguredDirectory.required(settings)) {
            RunFindings findings = new RunFindings(answer, settings.severities());
            CheckedSources checked = new SourceCheck(
                            sources.sources(settings, terminal),
                            sources.settings().readOptions(settings.accountBase(), settings.mailBase()),
                            settings.ruleContext(AcceptedDomains.unknown(), started),
                            settings.severities(),
                            directory.accounts(),
                            findings,
                            progress)
                    .run();
            ImportPlan plan = new ImportPlan(settings, directory.open().connection(), checked, progress);
            boolean quiet = options.format == SettingsOptions.Format.json;
            plan.forEach(quiet ? change -> {} : this::say, quiet ? (item, state) -> {} : this::say);
            answer.finish(Summaries.ofPlan(started, terminal.clock().instant(), checked, findings, plan));
            boolean reported = checked.counts().rejected() > 0 || findings.reaches(settings.threshold());
            return (reported ? ExitCode.FINDINGS : ExitCode.DONE).number();
        }
    }

    private void say(EntryChange change) {
        if (change instanceof EntryChange.Add add) {
            terminal.say("add " + add.dn());
        } else if (change instanceof EntryChange.Modify modify) {
            terminal.say("change " + modify.dn());
            modify.modifications().forEach(modification -> terminal.say("  " + text(modification)));
        }
    }

    private static String text(Modification modification) {
        String name = modification.getAttributeName();
        String values =
                name.equalsIgnoreCase("userPassword") ? "(not shown)" : String.join(", ", modification.getValues());
        return modification.getModificationType().getName().toLowerCase(java.util.Locale.ROOT) + " " + name + ": "
                + values;
    }

    private void say(StoreItem item, ItemState state) {
        if (state instanceof ItemState.Missing) {
            String which = item instanceof Subscription line ? ": " + line.nick() : "";
            terminal.say("make " + item.path() + which);
        } else if (state instanceof ItemState.Wrong wrong) {
            terminal.say("leave " + item.path() + ": "
                    + wrong.faults().stream().map(fault -> fault.found()).collect(Collectors.joining("; ")));
        }
    }
}
