package vmail.repair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vmail.rule.Finding;
import vmail.writer.repair.Applied;
import vmail.writer.repair.Change;

/** The same as lines for people: the rule, and what is done. */
public final class RepairText implements RepairLog {

    /** A maildir of root's may have 100,000 messages; the journal has them all. */
    private static final int PER_FINDING = 20;

    private final Consumer<String> out;
    private final Map<Finding, Integer> told = new HashMap<>();

    /** @param out not yet safe for a terminal */
    public RepairText(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void would(Finding finding, List<Change> changes) {
        changes.stream().limit(PER_FINDING).forEach(change -> say(finding, "would " + change.words()));
        if (changes.size() > PER_FINDING) {
            say(finding, "would do the same for " + (changes.size() - PER_FINDING) + " more");
        }
    }

    @Override
    public void did(Finding finding, Change change, Applied applied) {
        if (applied.isConflict()) {
            say(finding, "did not " + change.words() + ": " + applied.reason());
        } else if (applied.kind() == Applied.Kind.DONE) {
            int count = told.merge(finding, 1, Integer::sum);
            if (count <= PER_FINDING) {
                say(finding, change.words());
            } else if (count == PER_FINDING + 1) {
                say(finding, "... and more of this, see the journal");
            }
        }
    }

    @Override
    public void resumed(Change change, Applied applied) {
        out.accept("[begun before] "
                + (applied.isConflict() ? "did not " + change.words() + ": " + applied.reason() : change.words()));
    }

    @Override
    public void left(Finding finding, String reason) {
        say(finding, "left to you: " + Repairing.where(finding) + ": " + reason);
    }

    @Override
    public void plan(Finding finding, String id, String what) {
        say(
                finding,
                "only when named, by --plan " + id + ": " + Repairing.where(finding)
                        + (what.isEmpty() ? "" : ": " + what));
    }

    private void say(Finding finding, String text) {
        out.accept("[" + finding.rule() + "] " + text);
    }
}
