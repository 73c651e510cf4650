package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.account.DirectoryUnavailable;
import vmail.account.DiskPath;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.ChangeJob;
import vmail.job.ChangeRun;
import vmail.settings.Settings;
import vmail.workspace.MailBaseLock;
import vmail.writer.repair.Quarantine;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;

/** {@code vmail quarantine}. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = {
            "List what `vmail repair --plan` has moved out of the way, or bring one thing back. It lies in .vmail-quarantine of the"
                    + " mail base, where no mail server looks; vmail deletes nothing of it."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class QuarantineCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Option(
            names = "--list",
            description = "List what is there: item, since when, messages, bytes, rule, where it was.")
    boolean list;

    @Option(
            names = "--restore",
            paramLabel = "ITEM",
            description = "Move ITEM back to where it was, if that place is free.")
    @Nullable
    String restore;

    QuarantineCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked {
        String item = restore;
        if (item == null) {
            Surroundings.requireMailBase(options.settings(), false);
            items().forEach(each -> terminal.say("%-34s %s %6d %10d %-24s %s"
                    .formatted(
                            each.name(),
                            each.moved(),
                            each.messages(),
                            each.bytes(),
                            each.why(),
                            new DiskPath(each.was()))));
            return ExitCode.DONE.number();
        }
        return new ChangingJob<>("quarantine", ChangeJob.class, ChangeRun.class, true)
                .run(
                        options,
                        terminal,
                        stop,
                        new ChangeWork(
                                new RunJournal(options.settings()),
                                "quarantine",
                                reason(item)::equals,
                                continued -> release(item, continued),
                                options.lines(terminal)));
    }

    private static String reason(String name) {
        return "restore " + name;
    }

    private List<Quarantine.Item> items() throws IOException, Refused {
        return opened(Quarantine::items);
    }

    private List<ChangeRun.Wanted> release(String name, boolean continued) throws IOException, Refused {
        Optional<Quarantine.Item> item =
                items().stream().filter(each -> each.name().equals(name)).findFirst();
        if (item.isPresent()) {
            return List.of(new ChangeRun.Wanted(reason(name), opened(quarantine -> quarantine.release(item.get()))));
        }
        if (continued) {
            return List.of();
        }
        throw new Refused(
                ExitCode.USAGE, "nothing in the quarantine is called " + name + "; vmail quarantine lists it");
    }

    /** Looks at the quarantine and touches nothing. */
    private <T> List<T> opened(Look<T> look) throws IOException, Refused {
        Settings settings = options.settings();
        try (OpenMailBase disk = OpenMailBase.open(settings.mailBase(), settings.owner())) {
            return look.at(new Quarantine(disk, "", Instant.EPOCH));
        } catch (InTheWay e) {
            throw new Refused(ExitCode.UNFINISHED, e.found());
        }
    }

    private interface Look<T> {
        List<T> at(Quarantine quarantine) throws IOException, InTheWay;
    }
}
