package vmail.writer.repair;

/**
 * What became of a change, or would.
 *
 * @param reason of a conflict: what stands there instead; else empty
 */
public record Applied(Kind kind, String reason) {

    public enum Kind {
        /** What it starts from is there; it was only looked at. */
        READY,
        DONE,
        /** It was so already. */
        NEEDLESS,
        /** Neither what it starts from nor what it leaves was found; nothing was touched. */
        CONFLICT
    }

    static final Applied READY = new Applied(Kind.READY, "");
    static final Applied DONE = new Applied(Kind.DONE, "");
    static final Applied NEEDLESS = new Applied(Kind.NEEDLESS, "");

    static Applied conflict(String reason) {
        return new Applied(Kind.CONFLICT, reason);
    }

    public boolean isConflict() {
        return kind == Kind.CONFLICT;
    }
}
