package vmail.explain;

import vmail.account.Candidate;

/**
 * A copy of a message, and where virtual(8) puts it.
 *
 * @param store as the map says it; {@code /} at its end makes a maildir of it
 */
record Arrival(String recipient, String store, Candidate account) {}
