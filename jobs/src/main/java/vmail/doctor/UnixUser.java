package vmail.doctor;

import java.util.Set;
import vmail.store.DiskAttributes;

/** A user with all groups. */
record UnixUser(String name, int uid, Set<Integer> gids) {

    UnixUser {
        gids = Set.copyOf(gids);
    }

    /** Whether the modes give all of the rights (4 read, 2 write, 1 search). Access control lists are not looked at. */
    boolean may(DiskAttributes thing, int rights) {
        int shift = uid == thing.uid() ? 6 : gids.contains(thing.gid()) ? 3 : 0;
        return uid == 0 || ((thing.permissions() >> shift) & rights) == rights;
    }
}
