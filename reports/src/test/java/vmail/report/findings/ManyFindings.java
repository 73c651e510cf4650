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
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;

/** Two nights in a virtual machine that has little memory, with findings in no order; says how long each part took. */
final class ManyFindings {

    /** No common divisor with any power of ten: goes through all numbers in another order. */
    private static final long STRIDE = 7_368_787;

    private ManyFindings() {}

    public static void main(String[] arguments) {
        Path workspace = Path.of(arguments[0]);
        int findings = Integer.parseInt(arguments[1]);
        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            for (int number = 1; number <= 2; number++) {
                night(workspace, database, number, findings);
            }
            long start = System.nanoTime();
            new RunRetention(database.dataSource(), Clock.systemUTC(), 100, 100).forgetDetails();
            say("forgot the first", start);
        }
    }

    private static void night(Path workspace, WorkspaceDatabase database, int number, int findings) {
        String id = "n" + number;
        Instant started = Samples.MORNING.plus(Duration.ofDays(number));
        new RunStore(database.dataSource()).start(id, RunSummary.AUDIT, started);
        try (FindingSink sink = new FindingStore(database.dataSource()).sink(id);
                RunFolder folder = new RunFolder(workspace, id)) {
            long start = System.nanoTime();
            for (int each = 0; each < findings; each++) {
                sink.add(finding(each * STRIDE % findings));
            }
            RunSummary run = run(id, started, findings);
            sink.finish(run);
            say("found " + findings, start);
            start = System.nanoTime();
            new RunHistory(database.dataSource(), Clock.fixed(started, ZoneOffset.UTC))
                    .finish(run, List.of(), contents -> {
                        folder.finish(contents);
                    });
            say("finished night " + number, start);
        }
    }

    private static Finding finding(long number) {
        Effect effect =
                Effect.worstFirst().get((int) (number % Effect.worstFirst().size()));
        return new Finding(
                "rule-" + number % 50,
                List.of(Severity.NOTE, Severity.WARNING, Severity.ERROR).get((int) (number % 3)),
                effect,
                new LiveEntry(),
                "cn=Drone Number " + number + ",ou=Tokelau,o=company",
                "maildir /vmail/drone." + number + "/Maildir is missing",
                "Run vmail make-stores");
    }

    private static RunSummary run(String id, Instant started, long findings) {
        return new RunSummary(
                        id,
                        RunSummary.AUDIT,
                        RunSummary.DONE,
                        started,
                        Optional.of(started),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("findings"),
                        findings,
                        0,
                        Map.of(Severity.ERROR, findings),
                        Map.of(Effect.LOST, findings, Effect.NONE, findings, Effect.UNSEEN, findings),
                        List.of())
                .audited("all", Map.of());
    }

    private static void say(String what, long start) {
        System.out.printf("%s in %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
