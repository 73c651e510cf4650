package vmail.report.run;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vmail.rule.Effect;
import vmail.rule.Severity;

/**
 * One run, as the end of a report and {@code vmail runs} show it.
 *
 * @param id empty for a command that keeps no run
 * @param state a word: running, done, stopped, failed ...
 * @param ended empty as long as the run runs, and for good when it died
 * @param counts present when the command reads sources
 * @param changes present when the command writes to the directory, or plans to
 * @param verdict present when the command audits: whether directory and disk agree
 * @param checked items the audit looked at
 * @param madeStores maildirs, folders, links and subscriptions made, or to be made
 * @param notes sentences for the end of the report; never a password
 * @param scope what an audit was asked to look at, in words that are the same on another night; empty for other commands
 * @param facts what an audit counted, by name; the next one compares itself with it
 */
public record RunSummary(
        String id,
        String command,
        String state,
        Instant started,
        Optional<Instant> ended,
        Optional<Counts> counts,
        Optional<Changes> changes,
        Optional<String> verdict,
        long checked,
        long madeStores,
        Map<Severity, Long> findings,
        Map<Effect, Long> effects,
        List<String> notes,
        String scope,
        Map<String, Long> facts) {

    public static final String RUNNING = "running";
    public static final String DONE = "done";
    public static final String INTERRUPTED = "interrupted";
    public static final String FAILED = "failed";

    /** A verdict. */
    private static final String INCONCLUSIVE = "inconclusive";

    /** The command whose runs are the nights of the history. */
    public static final String AUDIT = "audit";

    /** The end of the scope of an audit that looked at each message. */
    public static final String EACH_MESSAGE = ", each message";

    /** The end of the scope, but for {@link #EACH_MESSAGE}, of an audit that was asked for a part. */
    public static final String PART = " only";

    /** In the scope of an audit that looked at the accepted domains, before their base. */
    public static final String DOMAINS_BELOW = ", domains below ";

    private static final Set<String> STORE_MAKERS = Set.of("import", "make-stores", "demo", "plan");

    /** Keeps the maps in the order of their enums, so that a report of the same figures has the same bytes. */
    public RunSummary {
        EnumMap<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        bySeverity.putAll(findings);
        findings = Collections.unmodifiableMap(bySeverity);
        EnumMap<Effect, Long> byEffect = new EnumMap<>(Effect.class);
        byEffect.putAll(effects);
        effects = Collections.unmodifiableMap(byEffect);
        notes = List.copyOf(notes);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** One of a command that does not audit. */
    public RunSummary(
            String id,
            String command,
            String state,
            Instant started,
            Optional<Instant> ended,
            Optional<Counts> counts,
            Optional<Changes> changes,
            Optional<String> verdict,
            long checked,
            long madeStores,
            Map<Severity, Long> findings,
            Map<Effect, Long> effects,
            List<String> notes) {
        this(
                id,
                command,
                state,
                started,
                ended,
                counts,
                changes,
                verdict,
                checked,
                madeStores,
                findings,
                effects,
                notes,
                "",
                Map.of());
    }

    /** The same run with what its audit looked at and counted. */
    public RunSummary audited(String what, Map<String, Long> counted) {
        return new RunSummary(
                id,
                command,
                state,
                started,
                ended,
                counts,
                changes,
                verdict,
                checked,
                madeStores,
                findings,
                effects,
                notes,
                what,
                counted);
    }

    /** A run that has begun and says nothing yet. */
    public static RunSummary running(String id, String command, Instant started) {
        return new RunSummary(
                id,
                command,
                RUNNING,
                started,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Map.of(),
                Map.of(),
                List.of());
    }

    /** True when the figures tell what would be done, and nothing was. */
    public boolean isPlan() {
        return command.equals("plan");
    }

    /** True of a night in the history; what other commands audit at their end they have changed themselves. */
    public boolean isAudit() {
        return command.equals(AUDIT) && !scope.isEmpty();
    }

    /** Whether an audit looked at each message, too. */
    public boolean looksAtMessages() {
        return scope.endsWith(EACH_MESSAGE);
    }

    /** Whether an audit looked at the accepted domains. */
    public boolean looksAtDomains() {
        return scope.contains(DOMAINS_BELOW);
    }

    /** Whether an audit was asked for everything; one of a part tells nothing about what belongs to nobody. */
    public boolean isOfAll() {
        String of = looksAtMessages() ? scope.substring(0, scope.length() - EACH_MESSAGE.length()) : scope;
        return !of.endsWith(PART);
    }

    /** True of an audit that ended and saw everything; only such can tell what is new and what is gone. */
    public boolean isConclusive() {
        return isAudit()
                && state.equals(DONE)
                && verdict.filter(word -> !word.equals(INCONCLUSIVE)).isPresent();
    }

    /** True when the number of made stores is news, be it 0. */
    public boolean makesStores() {
        return STORE_MAKERS.contains(command) || madeStores > 0;
    }

    /**
     * The same run, called interrupted if it is called running. For the caller who found the lock of a running run
     * free: the kernel frees it when the process dies, so nobody is running it.
     */
    public RunSummary withoutItsLock() {
        if (!state.equals(RUNNING)) {
            return this;
        }
        return as(INTERRUPTED, ended);
    }

    /** The same run after it ended early, by an exception. */
    public RunSummary failed(Instant at) {
        return as(FAILED, Optional.of(at));
    }

    private RunSummary as(String word, Optional<Instant> at) {
        return new RunSummary(
                id,
                command,
                word,
                started,
                at,
                counts,
                changes,
                verdict,
                checked,
                madeStores,
                findings,
                effects,
                notes,
                scope,
                facts);
    }
}
