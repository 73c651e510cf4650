package vmail.rule;

import vmail.account.Candidate;
import vmail.account.Origin;

/**
 * No two records have the same DN (RFC 4512 2.3.2).
 *
 * <p>DNs are compared as the directory does: case and blanks beside commas do not matter. The first record counts, the later
 * ones could only overwrite it. A record whose entry is in the directory already is a change and no repetition.
 */
public record UniqueDn() implements DirectoryRule {

    @Override
    public String id() {
        return "unique-dn";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    Finding repeated(Candidate later, Origin first) {
        return finding(
                        later,
                        "the record at " + first + " has the same DN",
                        "Keep one of the two records, or give this account another cn")
                // what tells a third record from the second, as far as anything does
                .about(String.join(" ", later.values("uid")) + " " + String.join(" ", later.values("mail")));
    }
}
