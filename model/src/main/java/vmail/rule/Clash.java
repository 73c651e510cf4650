package vmail.rule;

/**
 * A finding of a {@link DirectoryRule} on a group, before it has rule and severity.
 *
 * @param about the value that clashes, or empty where it must not be told
 */
record Clash(Holder at, String message, String remedy, String about) {

    /** Of a value that anybody may know. */
    static Clash of(Group group, Holder at, String message, String remedy) {
        return new Clash(at, message, remedy, group.value());
    }
}
