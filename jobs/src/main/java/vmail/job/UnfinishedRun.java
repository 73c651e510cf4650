package vmail.job;

/**
 * A run that began to write and did not come to its end.
 *
 * @param id the run's
 * @param input the fingerprint of what it read
 */
public record UnfinishedRun(String id, String input) {}
