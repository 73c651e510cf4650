package vmail.store;

/** The unix user and group that mail belongs to: uid and gid 5000 in the howto (2.2). */
public record Owner(int uid, int gid) {

    /** Postfix refuses to deliver as a user below this: virtual_minimum_uid (howto 2.2). */
    public static final int LOWEST_UID = 500;

    public Owner {
        if (uid < 0 || gid < 0) {
            throw new IllegalArgumentException("uid and gid must not be negative: " + uid + ":" + gid);
        }
    }

    /** Whether Postfix would deliver as this user. */
    public boolean mayOwnMail() {
        return uid >= LOWEST_UID && gid > 0;
    }

    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
