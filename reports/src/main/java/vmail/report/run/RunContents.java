package vmail.report.run;

import java.util.List;
import java.util.function.Consumer;

/**
 * All that a run leaves to tell, in the order in which it is told. What reports are made from; each call goes through it
 * anew, and none keeps the findings in memory.
 */
public interface RunContents {

    RunHead head();

    /**
     * Hands over each finding. Those of an audit in the order severity (worst first), effect ({@link
     * vmail.rule.Effect#worstFirst}), rule, dn, place, about, message; those of a run over sources as they were found.
     */
    void findings(Consumer<RunFinding> out);

    /** What the last conclusive audit found and this one, conclusive too, does not; in the order of an audit. */
    void fixed(Consumer<RunFinding> out);

    /** The last 90 conclusive audits of the same scope, oldest first; this run is the last if it is conclusive. */
    List<TrendPoint> trend();
}
