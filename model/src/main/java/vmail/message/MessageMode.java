package vmail.message;

import vmail.store.DiskAttributes;
import vmail.store.Owner;

/**
 * Whether a message has an owner and a mode that mail programs give: Postfix 0600, Courier 0644 at most. What the group of the mail owner
 * may do is the site's business.
 */
public final class MessageMode {

    /** As Postfix gives it. */
    public static final int USUAL = 0600;

    private static final int READ = 4;
    /** Set-id bits and what makes a file a program. */
    private static final int NEVER = 07111;

    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITES = 0020;

    private MessageMode() {}

    public static boolean isReadable(DiskAttributes message, Owner owner) {
        return message.grants(owner, READ);
    }

    /** Whether others than the mail owner may write to it, where they can get to it. */
    public static boolean isOpen(DiskAttributes message, Owner owner) {
        return (message.mode() & OTHERS_WRITE) != 0
                || ((message.mode() & GROUP_WRITES) != 0 && message.gid() != owner.gid());
    }

    /** Whether no mail program leaves it so. */
    public static boolean isOdd(DiskAttributes message, Owner owner) {
        return isOpen(message, owner) || (message.mode() & NEVER) != 0;
    }
}
