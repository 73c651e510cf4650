package vmail.cli;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vmail.account.DirectoryUnavailable;
import vmail.account.MailBase;
import vmail.account.PasswordScheme;
import vmail.check.StopRequest;
import vmail.connection.DirectorySettings;
import vmail.connection.DirectoryUrl;
import vmail.connection.UnsafeSettings;
import vmail.job.ImportJob;
import vmail.job.ImportOptions;
import vmail.job.StoredPasswords;
import vmail.reader.source.Source;
import vmail.rule.Severity;
import vmail.settings.Brake;
import vmail.settings.Settings;
import vmail.settings.SourceSettings;
import vmail.settings.TooManyChanges;
import vmail.workspace.MailBaseLock;

/** {@code vmail demo}: the main job on the howto's people, with a directory and a mail base of its own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Try it out: import the sample accounts into an embedded directory and a mail base in a folder of their own, and audit"
                    + " them. Needs no server and touches nothing else.",
            "With --broken: a mail system in which things went wrong, and what the audit says of it."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "demo-workspace",
            description = "The folder. Default: ${DEFAULT-VALUE}.")
    Path workspace;

    @Option(names = "--broken", description = "Show an audit that finds something, and what to do next.")
    boolean broken;

    DemoCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call()
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked, TooManyChanges {
        Path samples = Path.of(System.getProperty("vmail.home", "."), "sample-data", "howto");
        Path root = workspace.toAbsolutePath().normalize();
        if (broken) {
            return new BrokenDemo(root.resolve("broken"), terminal, stop).run();
        }
        Settings settings = settings(root);
        ImportOptions options = new ImportOptions(false, false, true, true, true, false, false);
        SourceSettings reading =
                new SourceSettings(SourceOptions.STORE_TEMPLATE, SourceOptions.SHARED_STORE_TEMPLATE, Map.of());
        int code = new SourceJob(
                        "import",
                        ImportJob.class,
                        options,
                        Brake.USUAL,
                        new StoredPasswords(PasswordScheme.SSHA),
                        false)
                .run(
                        settings,
                        SettingsOptions.Format.text,
                        List.of(Source.of(samples.resolve("domains.ldif")), Source.of(samples.resolve("accounts.csv"))),
                        reading,
                        terminal,
                        stop);
        if (code == ExitCode.DONE.number()) {
            sayWhereToLook(samples, root);
        }
        return code;
    }

    private static Settings settings(Path root) {
        DirectorySettings embedded = DirectorySettings.of(DirectoryUrl.EMBEDDED);
        return new Settings(
                Optional.of(embedded),
                Optional.of(dn("ou=Tokelau,o=company")),
                Optional.of(dn("ou=postfix,ou=System,o=company")),
                new MailBase(root.resolve("vmail")),
                Optional.empty(),
                root.resolve("workspace"),
                Map.of(),
                Severity.WARNING,
                false);
    }

    private static DN dn(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new AssertionError(text, e);
        }
    }

    private void sayWhereToLook(Path samples, Path root) {
        terminal.say("");
        terminal.say("What went in:   " + samples.resolve("accounts.csv") + " and domains.ldif");
        terminal.say("The directory:  " + root.resolve("workspace/directory.ldif"));
        terminal.say("The mail base:  find " + root.resolve("vmail"));
        terminal.say("The report:     " + root.resolve("workspace/runs"));
        terminal.say("");
        terminal.say("Next: see what the audit says of a mail system in which things went wrong:");
        terminal.say("  ./vmail demo --broken");
        terminal.say("and what vmail says to a file with faults in it:");
        terminal.say("  ./vmail check sample-data/dirty/accounts.csv sample-data/howto/domains.ldif"
                + " --account-base ou=Tokelau,o=company");
    }
}
