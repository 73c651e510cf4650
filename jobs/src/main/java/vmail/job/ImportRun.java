package vmail.job;

import com.unboundid.ldap.sdk.DN;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmail.account.LiveEntry;
import vmail.check.CheckedSources;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.report.run.Changes;
import vmail.rule.RunRule;
import vmail.settings.Brake;
import vmail.writer.directory.ChangeLog;
import vmail.writer.directory.Outcome;
import vmail.writer.directory.PasswordPolicy;

/**
 * What the steps of one import share. Lives in memory only: after a crash every step looks again at the sources, the disk and
 * the directory, which are the truth; the job repository is a hint.
 */
public final class ImportRun {

    private final JobRun job;
    private final List<Source> sources;
    private final ReadOptions readOptions;
    private final ImportOptions options;
    private final Brake brake;
    private final PasswordPolicy passwords;
    private final ChangeLog changeLog;
    private final Optional<GeneratedPasswords> generated;
    private final Set<DN> withheld = new HashSet<>();
    private @Nullable CheckedSources checked;
    private Changes changes = new Changes(0, 0, 0, 0);

    /** @param generated for people without a password */
    public ImportRun(
            JobRun job,
            List<Source> sources,
            ReadOptions readOptions,
            ImportOptions options,
            Brake brake,
            PasswordPolicy passwords,
            ChangeLog changeLog,
            Optional<GeneratedPasswords> generated) {
        this.job = job;
        this.sources = List.copyOf(sources);
        this.readOptions = readOptions;
        this.options = options;
        this.brake = brake;
        this.passwords = passwords;
        this.changeLog = changeLog;
        this.generated = generated;
    }

    JobRun job() {
        return job;
    }

    List<Source> sources() {
        return sources;
    }

    ReadOptions readOptions() {
        return readOptions;
    }

    ImportOptions options() {
        return options;
    }

    /** How much may be changed unasked. */
    Brake brake() {
        return brake;
    }

    ChangeLog changeLog() {
        return changeLog;
    }

    /** @throws IllegalStateException before the check step has run */
    public CheckedSources checked() {
        CheckedSources known = checked;
        if (known == null) {
            throw new IllegalStateException("the sources have not been checked");
        }
        return known;
    }

    public boolean isChecked() {
        return checked != null;
    }

    void checked(CheckedSources sources) {
        checked = sources;
    }

    /** The account's stores could not be made as they must be, so it does not become visible in the directory. */
    void withhold(DN account) {
        withheld.add(account);
    }

    boolean isWithheld(DN account) {
        return withheld.contains(account);
    }

    public Changes changes() {
        return changes;
    }

    /** Where passwords for people without one go; empty when none are to be made. */
    Optional<GeneratedPasswords> generated() {
        return generated;
    }

    PasswordPolicy passwords() {
        return passwords;
    }

    /** Counts what became of an account, and tells what needs telling. */
    void outcome(Outcome outcome) {
        switch (outcome.kind()) {
            case ADDED ->
                changes = new Changes(changes.added() + 1, changes.changed(), changes.unchanged(), changes.refused());
            case CHANGED ->
                changes = new Changes(changes.added(), changes.changed() + 1, changes.unchanged(), changes.refused());
            case UNCHANGED ->
                changes = new Changes(changes.added(), changes.changed(), changes.unchanged() + 1, changes.refused());
            case DIFFERS, REFUSED -> refused();
        }
        directoryOutcome(outcome);
    }

    /** Tells what became of an entry that is no account, where it was not written. */
    void directoryOutcome(Outcome outcome) {
        switch (outcome.kind()) {
            case DIFFERS -> report(RunRule.ENTRY_UP_TO_DATE, outcome, "Import without --no-update to change it");
            case REFUSED -> report(RunRule.ENTRY_TAKEN, outcome, outcome.remedy());
            case ADDED, CHANGED, UNCHANGED -> {
                // as it should be
            }
        }
    }

    private void report(RunRule rule, Outcome outcome, String remedy) {
        job.findings().accept(rule.finding(new LiveEntry(), outcome.dn(), outcome.message(), remedy));
    }

    /** An account that was accepted and is not as it should be in the directory. */
    void refused() {
        changes = new Changes(changes.added(), changes.changed(), changes.unchanged(), changes.refused() + 1);
    }
}
