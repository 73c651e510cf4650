package vmail.writer.directory;

/**
 * What became of one entry.
 *
 * @param message what differs or why it was refused; empty when all is well. Never holds a value of the entry
 * @param remedy an instruction, for a refused entry; else empty
 */
public record Outcome(String dn, Kind kind, String message, String remedy) {

    public enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Found different and left so, because updates are not wanted. */
        DIFFERS,
        /** The server does not take the entry, or somebody else changed it meanwhile. */
        REFUSED
    }

    static Outcome of(EntryChange change, Kind kind) {
        return new Outcome(change.dn(), kind, "", "");
    }

    static Outcome refused(String dn, String message, String remedy) {
        return new Outcome(dn, Kind.REFUSED, message, remedy);
    }
}
