package vmail.account;

/**
 * The first line of a record in a file; lines count from 1.
 *
 * @param file the name as the user gave it
 */
public record SourceLine(String file, long line) implements Origin {

    public SourceLine {
        if (line < 1) {
            throw new IllegalArgumentException("line " + line + " of " + file);
        }
    }

    /** {@code accounts.ldif:7}, as compilers name places. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
