package vmail.lab;

/**
 * What became of a message for one recipient, as Postfix logged it.
 *
 * @param recipient after the aliases
 * @param status {@code sent}, {@code deferred}, {@code bounced}
 * @param text in the log's parentheses
 */
public record Outcome(String recipient, String status, String dsn, String text) {}
