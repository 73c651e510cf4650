package vmail.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.settings.AuditOptions;
import vmail.settings.AuditScope;
import vmail.settings.Settings;
import vmail.workspace.RunSession;

/** What an audit looks at, and how closely. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AuditScopeOptions {

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            description =
                    "Judge only accounts with an address in NAME. Nothing is said then about what belongs to nobody.")
    @Nullable
    String domain;

    @Option(
            names = "--account",
            paramLabel = "WHO",
            description = "Judge only the account that has WHO as uid, address or DN.")
    @Nullable
    String account;

    @Option(
            names = "--path",
            paramLabel = "DIR",
            description = "Judge only what is at or below DIR, and the accounts whose store is there.")
    @Nullable
    Path path;

    @Option(
            names = "--look-twice",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description =
                    "Tell what is wrong on disk only if it is so SECONDS later, too: mail servers work there all the time. 0:"
                            + " look once. Default: ${DEFAULT-VALUE}.")
    int lookTwice;

    @Option(
            names = "--recent-days",
            paramLabel = "DAYS",
            defaultValue = "14",
            description =
                    "How long an account counts as new (its store may hold mail of somebody else), and mail as just"
                            + " delivered (somebody is missed). Default: ${DEFAULT-VALUE}.")
    int recentDays;

    @Option(
            names = "--new-baseline",
            description =
                    "Take what is there now for normal: after the mail base has moved, or many accounts were removed on"
                            + " purpose. Else an audit that sees far less than the last one is inconclusive.")
    boolean newBaseline;

    /** The same audit, compared with the last conclusive one of the same. */
    AuditOptions compared(AuditOptions how, Settings settings, RunSession session) {
        return newBaseline ? how : how.since(session.lastFacts(settings.scope(how)));
    }

    AuditOptions options(Clock clock) throws Refused {
        try {
            return new AuditOptions(
                    new AuditScope(
                            Optional.ofNullable(domain), Optional.ofNullable(account), Optional.ofNullable(path)),
                    Duration.ofSeconds(lookTwice),
                    Duration.ofDays(recentDays),
                    Optional.empty(),
                    clock);
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
