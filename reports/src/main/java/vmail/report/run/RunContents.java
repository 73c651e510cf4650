package vmail.report.run;

import java.util.List;
import java.util.function.Consumer;
import vmail.rule.Effect;

/**
 * All that a run leaves to tell, in the order in which it is told. What reports are made from; each call goes through it
 * anew, and none keeps the findings in memory.
 */
public interface RunContents {

    RunHead head();

    /**
     * Hands over each finding. Those of an audit in the order severity (worst first), effect ({@link Effect#worstFirst}),
     * rule, dn, place, about, message, as {@link AuditOrder} has it; those of a run over sources as they were found.
     */
    void findings(Consumer<RunFinding> out);

    /** Those of one effect, in the same order. */
    default void findings(Effect effect, Consumer<RunFinding> out) {
        findings(finding -> {
            if (finding.effect() == effect) {
                out.accept(finding);
            }
        });
    }

    /** What the last conclusive audit found and this one, conclusive too, does not; in the order of an audit. */
    void fixed(Consumer<RunFinding> out);

    /** The last 90 conclusive audits of the same scope, oldest first; this run is the last if it is conclusive. */
    List<TrendPoint> trend();

    /** The shared folders with the most readers, those first; empty when no audit came so far. */
    default List<FolderAccess> access() {
        return List.of();
    }
}
