package vmail.writer.directory;

/** What the writer must know of passwords: whether a stored one is the wanted one, and what may be stored. */
public interface PasswordPolicy {

    /**
     * Whether nothing needs to be written.
     *
     * @param existing as stored: a hash with its scheme, or clear text
     * @param wanted as the source has it: clear text or a hash
     */
    boolean sameAs(String existing, String wanted);

    /** The wanted password as it may be written; clear text comes back hashed, each time with another salt. */
    String storable(String wanted);
}
