package vmail.store;

import java.util.List;
import java.util.Optional;

/**
 * The modes and parts of a directory as Courier's {@code maildirmake} makes it, independent of the umask.
 *
 * @param mode of the directory itself
 * @param innerMode of {@code cur}, {@code new} and {@code tmp}
 * @param marked whether an empty file {@code maildirfolder}, mode 0600, tells that this is a folder and not a maildir
 */
public record MaildirShape(int mode, int innerMode, boolean marked) {

    public static final List<String> PARTS = List.of("cur", "new", "tmp");
    public static final String MARKER = "maildirfolder";
    public static final int MARKER_MODE = 0600;
    /** Of directories above maildirs. */
    public static final int PARENT_MODE = 0755;

    /** A mode that is nobody's business. */
    public static final int ANY_MODE = -1;

    /** {@code maildirmake D}. */
    public static final MaildirShape PERSONAL = new MaildirShape(0700, 0700, false);
    /** {@code maildirmake -S D}. */
    public static final MaildirShape SHARABLE = new MaildirShape(0755, 0700, false);
    /** {@code maildirmake -s write -f NAME D}. */
    public static final MaildirShape FOLDER = new MaildirShape(01755, 01777, true);

    /** A folder that a person has made: Courier's are 0700, other programs' have other modes, and the maildir around them is closed. */
    public static final MaildirShape OWN_FOLDER = new MaildirShape(ANY_MODE, ANY_MODE, true);

    /** Empty for items that are no directory. */
    public static Optional<MaildirShape> of(StoreItem item) {
        if (item instanceof Maildir) {
            return Optional.of(PERSONAL);
        }
        if (item instanceof SharableMaildir) {
            return Optional.of(SHARABLE);
        }
        return item instanceof SharedFolder ? Optional.of(FOLDER) : Optional.empty();
    }
}
