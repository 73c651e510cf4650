package vmail.report.findings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.LiveEntry;
import vmail.report.Samples;
import vmail.report.render.FindingSink;
import vmail.report.render.RunFolder;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;

/** A process to kill: audits named n1, n2 ..., with folder and history, that find the same things every night. */
final class NightsForEver {

    private static final int FINDINGS = 200;

    private NightsForEver() {}

    public static void main(String[] arguments) {
        Path workspace = Path.of(arguments[0]);
        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            for (int number = 1; number > 0; number++) {
                night(workspace, database, number);
                System.out.println(number);
            }
        }
    }

    /** One whole audit. */
    static RunHead night(Path workspace, WorkspaceDatabase database, int number) {
        String id = "n" + number;
        Instant started = Samples.MORNING.plus(Duration.ofDays(number));
        new RunStore(database.dataSource()).start(id, RunSummary.AUDIT, started);
        try (FindingSink sink = new FindingStore(database.dataSource()).sink(id);
                RunFolder folder = new RunFolder(workspace, id)) {
            for (int each = 0; each < FINDINGS; each++) {
                sink.add(new Finding(
                        "maildir-present",
                        Severity.ERROR,
                        Effect.NOLOGIN,
                        new LiveEntry(),
                        "cn=drone " + each + ",o=company",
                        "no maildir",
                        "Run vmail make-stores"));
            }
            RunSummary run = new RunSummary(
                            id,
                            RunSummary.AUDIT,
                            RunSummary.DONE,
                            started,
                            Optional.of(started),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("findings"),
                            FINDINGS,
                            0,
                            Map.of(Severity.ERROR, (long) FINDINGS),
                            Map.of(Effect.NOLOGIN, (long) FINDINGS),
                            List.of())
                    .audited("all", Map.of());
            sink.finish(run);
            return new RunHistory(database.dataSource(), Clock.fixed(started, ZoneOffset.UTC))
                    .finish(run, List.of(), folder::finish);
        }
    }
}
