package vmail.rule;

import java.util.List;

/** What happens to mail as long as a finding stands. */
public enum Effect {
    /** Refused, the sender is told. */
    BOUNCED,
    /** Kept in the queue; bounces after Postfix's maximal_queue_lifetime (5 days by default). */
    DEFERRED,
    /** Accepted, and no reader can reach it. */
    LOST,
    /** Exists, but is not shown where expected. */
    UNSEEN,
    /** Somebody else can read it. */
    LEAKED,
    /** The owner can not log in. */
    NOLOGIN,
    /** Delivered more than once. */
    DOUBLE,
    /** Nothing, for now. */
    NONE;

    private static final List<Effect> WORST_FIRST =
            List.of(LOST, LEAKED, BOUNCED, DEFERRED, NOLOGIN, UNSEEN, DOUBLE, NONE);

    /** In the order in which reports tell them: what can not be made good first. */
    public static List<Effect> worstFirst() {
        return WORST_FIRST;
    }

    /** The place in {@link #worstFirst}. */
    public int rank() {
        return WORST_FIRST.indexOf(this);
    }
}
