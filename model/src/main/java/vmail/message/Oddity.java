package vmail.message;

/** Something about a file, or about a folder, that neither Postfix nor Courier nor a mail program leaves behind. */
public enum Oddity {
    /** A message that the mail owner can not read. */
    UNREADABLE,
    /** A message with a permission that no mail program gives: others may write, somebody may execute, a bit of setuid. */
    MODE,
    /** The same with write permission for others, who can get there. */
    OPEN,
    /** A FIFO, a socket, a device. */
    SPECIAL,
    /** A directory where messages belong. */
    DIRECTORY,
    /** A symbolic link where a message belongs. */
    LINKED,
    /** A message without any content. */
    EMPTY,
    /** A message in {@code cur} whose name does not end with {@code :2,} and flags. */
    UNMARKED,
    /** A message whose name has something else where the flags belong. */
    FLAGS,
    /** A message whose name without flags another one in the same folder has, too. */
    TWICE,
    /** Something in {@code tmp} that nobody writes any more. */
    STALE,
    /** A message that has a further name (hard link) outside of the account. */
    OUTSIDE_LINK,
    /** A folder with keywords of messages and without the list of their UIDs. */
    NO_UID_LIST,
    /** A folder whose list of UIDs Courier can not read. */
    UID_LIST_MALFORMED,
    /** A folder in which two messages have one UID, or the next message will get one that is taken. */
    UID_TWICE
}
