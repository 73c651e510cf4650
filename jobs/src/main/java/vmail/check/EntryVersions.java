package vmail.check;

import vmail.account.Candidate;
import vmail.rule.Hash;
import vmail.rule.LongSet;

/**
 * Which state each entry was in when the directory was read for the first time. One that was changed or added since is not judged by
 * what was true before.
 */
final class EntryVersions {

    private static final String SPACE = "version";

    private final LongSet known = new LongSet();

    void add(Candidate candidate) {
        known.add(version(candidate));
    }

    boolean contains(Candidate candidate) {
        return known.contains(version(candidate));
    }

    private static long version(Candidate candidate) {
        return hash(candidate.dn() + candidate.stamps().modified());
    }

    static long hash(String text) {
        return Hash.of(SPACE, text);
    }
}
