package vmail.report.run;

/**
 * What an import did to the directory, in entries.
 *
 * @param refused entries that the server, or {@code --no-update}, did not let through
 */
public record Changes(long added, long changed, long unchanged, long refused) {}
