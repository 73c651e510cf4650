package vmail.check;

import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.report.run.Counts;

/** Counts records as they are read; each ends in exactly one place. */
final class Tally {

    private long read;
    private long personal;
    private long shared;
    private long aliases;
    private long skipped;
    private long lost;

    void read() {
        read++;
    }

    void skipped() {
        skipped++;
    }

    void lost() {
        lost++;
    }

    void accepted(Candidate account) {
        if (account.kind() == RecordKind.SHARED) {
            shared++;
        } else {
            personal++;
        }
        aliases += account.values("mailAlternateAddress").size();
    }

    /** Accounts are counted anew, because clashes between records have rejected some. */
    void forgetAccounts() {
        personal = 0;
        shared = 0;
        aliases = 0;
    }

    long recordsRead() {
        return read;
    }

    /** @param rejected records that could not be read included */
    Counts counts(long domains, long rejected) {
        return new Counts(read, personal, shared, aliases, domains, rejected, skipped, lost);
    }
}
