package vmail.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.LiveEntry;
import vmail.account.SourceLine;
import vmail.report.run.Changes;
import vmail.report.run.Counts;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;

/** Findings about the howto's people, and runs that had them. */
public final class Samples {

    public static final Instant MORNING = Instant.parse("2003-05-16T10:00:00Z");

    private Samples() {}

    public static Finding twoMails() {
        return new Finding(
                "single-mail",
                Severity.ERROR,
                Effect.DOUBLE,
                new SourceLine("accounts.ldif", 7),
                "cn=Seven of Nine,ou=Tokelau,o=company",
                "found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one",
                "Keep one and move the others to mailAlternateAddress");
    }

    public static Finding missingStore() {
        return new Finding(
                "store-missing",
                Severity.WARNING,
                Effect.UNSEEN,
                new LiveEntry(),
                "cn=Albert Onestone,ou=Tokelau,o=company",
                "no maildir at /vmail/albert.onestone/Maildir/",
                "Run vmail make-stores");
    }

    public static Finding saying(String message) {
        return new Finding(
                "single-mail", Severity.ERROR, Effect.NONE, new SourceLine("a.csv", 2), message, message, message);
    }

    /** The finding of a run over sources, as it is kept. */
    public static RunFinding found(Finding finding) {
        return new RunFinding(
                "9a9e10c4b6d2",
                finding.rule(),
                finding.severity(),
                finding.effect(),
                finding.mending(),
                finding.origin().toString(),
                finding.dn(),
                finding.place().map(Object::toString).orElse(""),
                finding.about(),
                finding.message(),
                finding.remedy(),
                finding.messages(),
                finding.stamps().modifiedBy(),
                finding.stamps().modified(),
                FindingState.FOUND,
                MORNING,
                MORNING,
                0,
                Optional.empty());
    }

    /** An import of 120 records with one error and two warnings. */
    public static RunSummary importRun() {
        return new RunSummary(
                "20030516-100000-import",
                "import",
                "done",
                MORNING,
                Optional.of(MORNING.plusSeconds(9)),
                Optional.of(new Counts(120, 100, 5, 30, 3, 10, 5, 0)),
                Optional.of(new Changes(90, 10, 5, 0)),
                Optional.of("ok"),
                105,
                420,
                Map.of(Severity.ERROR, 1L, Severity.WARNING, 2L),
                Map.of(Effect.UNSEEN, 2L, Effect.DOUBLE, 1L),
                List.of("10 records are in rejected.csv, ready to be corrected"));
    }

    public static RunSummary checkRun(Counts counts) {
        return new RunSummary(
                "c1",
                "check",
                "done",
                MORNING,
                Optional.empty(),
                Optional.of(counts),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Map.of(),
                Map.of(),
                List.of());
    }

    /** A plan keeps no run, so it has no id. */
    public static RunSummary planRun() {
        return new RunSummary(
                "",
                "plan",
                "done",
                MORNING,
                Optional.of(MORNING.plusSeconds(1)),
                Optional.of(new Counts(3, 2, 1, 3, 0, 0, 0, 0)),
                Optional.of(new Changes(2, 1, 0, 0)),
                Optional.empty(),
                0,
                7,
                Map.of(),
                Map.of(),
                List.of());
    }

    public static RunSummary auditRun() {
        return new RunSummary(
                "a1",
                "audit",
                "done",
                MORNING,
                Optional.of(MORNING.plusSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("finding"),
                12,
                0,
                Map.of(Severity.WARNING, 1L),
                Map.of(Effect.UNSEEN, 1L),
                List.of());
    }
}
