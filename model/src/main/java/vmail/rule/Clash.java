package vmail.rule;

/** A finding of a {@link DirectoryRule} on a group, before it has rule and severity. */
record Clash(Holder at, String message, String remedy) {}
