package vmail.fault;

/** What a fault can not be made without. */
public enum Need {
    /** Gives something to another user. */
    ROOT("only root can give a file to another user"),
    /** Leaves an entry that slapd takes only from {@code slapadd -q}. */
    UNCHECKED_DIRECTORY("a directory that checks the schema refuses it"),
    /** Touches what all accounts stand on, so that nothing can be said about them: not to be mixed with others. */
    ALONE("nothing can be said about accounts as long as it is so");

    private final String reason;

    Need(String reason) {
        this.reason = reason;
    }

    /** Why it is left out. */
    public String reason() {
        return reason;
    }
}
