package vmail.repair;

import java.nio.file.Path;
import vmail.rule.Finding;
import vmail.writer.store.OpenMailBase;

/**
 * A finding that is to be put right.
 *
 * @param named whether an administrator has named it in a plan
 */
record Case(Finding finding, Site site, boolean named) {

    OpenMailBase disk() {
        return site.disk();
    }

    /** @throws IllegalStateException for a rule that is not about the disk */
    Path place() {
        return finding.place().orElseThrow(() -> new IllegalStateException("no place: " + finding));
    }

    /** The same about the directory that the place is in. */
    Case above() {
        return new Case(finding.at(place().resolveSibling("")), site, named);
    }

    /** Whether the place is below the mail base, where alone something may be changed. */
    boolean isBelowBase() {
        return finding.place()
                .filter(path -> path.startsWith(disk().base().path())
                        && !path.equals(disk().base().path()))
                .isPresent();
    }
}
