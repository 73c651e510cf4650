package vmail.reader.source;

import java.io.IOException;

/** A whole file can not be used: its encoding, its header, its kind. Says what, where, and what to do. */
public final class UnusableSource extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param where the file as the user gave it, with the line where one is known: {@code accounts.csv:3}
     * @param what never quotes a value of a record, which may be a password
     * @param remedy an instruction, a command where one exists; without the final stop
     */
    public UnusableSource(String where, String what, String remedy) {
        super(where + ": " + what + ". " + remedy + ".");
    }

    public UnusableSource(String where, String what, String remedy, Throwable cause) {
        super(where + ": " + what + ". " + remedy + ".", cause);
    }
}
