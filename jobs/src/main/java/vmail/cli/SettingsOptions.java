package vmail.cli;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.account.MailBase;
import vmail.connection.DirectorySettings;
import vmail.connection.DirectoryUrl;
import vmail.rule.RuleContext;
import vmail.rule.Rules;
import vmail.rule.Severity;
import vmail.settings.Settings;
import vmail.writer.store.OwnerName;

/** Options of every command; each is also a key of the settings file, without the dashes. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SettingsOptions {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Read further options from FILE, a Java properties file whose keys are the option names without the"
                            + " dashes (ldap-url=ldap://localhost). The command line wins.")
    @Nullable
    Path settings;

    @Option(
            names = "--ldap-url",
            paramLabel = "URL",
            description =
                    "The directory: ldap://HOST[:PORT], ldaps://HOST[:PORT], or the word embedded for a directory kept as"
                            + " a file in the workspace (for trying out).")
    @Nullable
    String ldapUrl;

    @Option(names = "--bind-dn", paramLabel = "DN", description = "Bind as DN.")
    @Nullable
    String bindDn;

    @Option(
            names = "--bind-password-file",
            paramLabel = "FILE",
            description =
                    "The password of --bind-dn, the only line of FILE, which nobody but its owner may read (mode 0600)."
                            + " A password is never an argument.")
    @Nullable
    Path bindPasswordFile;

    @Option(names = "--start-tls", description = "Use StartTLS on an ldap:// connection.")
    boolean startTls;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Trust the certificates in FILE (PEM) instead of the system's.")
    @Nullable
    Path caFile;

    @Option(
            names = "--allow-plaintext",
            description = "Send the password over plain ldap:// to a host that is not this one.")
    boolean allowPlaintext;

    @Option(
            names = "--account-base",
            paramLabel = "DN",
            description = "The DN above the accounts, e.g. ou=Tokelau,o=company.")
    @Nullable
    String accountBase;

    @Option(
            names = "--system-base",
            paramLabel = "DN",
            description = "The DN above the accepted domains, e.g. ou=postfix,ou=System,o=company.")
    @Nullable
    String systemBase;

    @Option(
            names = "--mail-base",
            paramLabel = "DIR",
            defaultValue = "/vmail",
            description = "The directory all mail is under. Default: ${DEFAULT-VALUE}.")
    String mailBase;

    @Option(
            names = "--owner",
            paramLabel = "USER[:GROUP]",
            description =
                    "The mail owner, by name or number. Needed when vmail runs as root; then everything it makes belongs"
                            + " to USER.")
    @Nullable
    String owner;

    @Option(
            names = "--share-mail",
            description =
                    "Postfix is set up by vmail render --share-mail: several accounts may have the same mail, and each gets"
                            + " a copy. The rules unique-mail, mail-not-alias and single-mail are notes then.")
    boolean shareMail;

    @Option(
            names = "--inactive-days",
            paramLabel = "DAYS",
            description =
                    "Tell of accounts that are inactive and have not been changed for so many days. Default: never.")
    @Nullable
    Integer inactiveDays;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "vmail-workspace",
            description = "Where runs, reports and the database are kept. Default: ${DEFAULT-VALUE}.")
    Path workspace;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    Format format;

    @Option(
            names = "--severity",
            paramLabel = "RULE=LEVEL",
            description = "Judge RULE as note, warning or error, e.g. unique-mail=warning. May be repeated.")
    Map<String, String> severity = new LinkedHashMap<>();

    @Option(
            names = "--threshold",
            paramLabel = "LEVEL",
            defaultValue = "warning",
            description =
                    "Findings of this level and above make exit code 1: note, warning or error. Default: ${DEFAULT-VALUE}.")
    String threshold;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "off",
            description =
                    "Log the inner workings to standard error: off, warning, info or debug. Default: ${DEFAULT-VALUE}.")
    LogLevel logLevel;

    /** How a command answers. */
    enum Format {
        text,
        json
    }

    Settings settings() throws Refused, IOException {
        try {
            return new Settings(
                    directory(),
                    dn("--account-base", accountBase),
                    dn("--system-base", systemBase),
                    MailBase.of(mailBase),
                    owner == null ? Optional.empty() : Optional.of(new OwnerName().resolve(owner)),
                    workspace,
                    severities(),
                    level("--threshold", threshold),
                    shareMail,
                    inactivePatience());
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Where a command tells what it does, line by line; nowhere when it answers in JSON. */
    Consumer<String> lines(Terminal terminal) {
        return format == Format.text ? terminal::say : line -> {};
    }

    private Optional<DirectorySettings> directory() throws Refused {
        if (ldapUrl == null) {
            return Optional.empty();
        }
        return Optional.of(new DirectorySettings(
                DirectoryUrl.of(ldapUrl),
                dn("--bind-dn", bindDn),
                Optional.ofNullable(bindPasswordFile),
                startTls,
                Optional.ofNullable(caFile),
                allowPlaintext,
                DirectorySettings.CONNECT_TIMEOUT,
                DirectorySettings.RESPONSE_TIMEOUT));
    }

    static Optional<DN> dn(String option, @Nullable String value) throws Refused {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DN(value));
        } catch (LDAPException e) {
            throw new Refused(ExitCode.USAGE, option + ": not a DN: " + value + ". Write it like ou=Tokelau,o=company");
        }
    }

    private Optional<Duration> inactivePatience() {
        if (inactiveDays != null && inactiveDays < 1) {
            throw new IllegalArgumentException("--inactive-days must be at least 1, not " + inactiveDays);
        }
        return Optional.ofNullable(inactiveDays).map(Duration::ofDays);
    }

    private Map<String, Severity> severities() {
        Map<String, Severity> levels = new LinkedHashMap<>();
        severity.forEach((rule, level) -> levels.put(rule, level("--severity " + rule, level)));
        // refuses unknown rules before any work is done
        Rules.of(RuleContext.ofHowto(), levels);
        return levels;
    }

    private static Severity level(String option, String word) {
        try {
            return Severity.of(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }
}
