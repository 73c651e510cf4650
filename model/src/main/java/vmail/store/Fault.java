package vmail.store;

import java.nio.file.Path;

/**
 * Something about an item on disk that is otherwise than it must be.
 *
 * @param path where; for several parts of one item the item itself
 * @param found what was found, with values, lower-case start, no full stop
 * @param remedy an instruction, no full stop; a command where one exists
 * @param decided by a person alone, although most faults of its kind can be put right by a program
 */
public record Fault(Kind kind, Path path, String found, String remedy, boolean decided) {

    /** One that is put right as most of its kind. */
    public Fault(Kind kind, Path path, String found, String remedy) {
        this(kind, path, found, remedy, false);
    }

    /** The same where a person has to decide. */
    public Fault deciding() {
        return new Fault(kind, path, found, remedy, true);
    }

    /** What can be wrong. */
    public enum Kind {
        /** The mail base is no directory, or the mail owner can not use it. */
        BASE,
        /** A directory above the item is none, or can not be passed by the mail owner. */
        PARENT,
        /** A file, FIFO or the like where a directory belongs. */
        NO_DIRECTORY,
        /** A symbolic link where a directory belongs. */
        LINKED,
        /** Some of {@code cur}, {@code new}, {@code tmp} are missing. */
        INCOMPLETE,
        OWNER,
        /** The owner lacks a permission on his own directory. */
        NOT_USABLE,
        /** Others than the owner have a permission on a person's maildir. */
        NOT_PRIVATE,
        SHARABLE_MODE,
        FOLDER_MODE,
        /** {@code maildirfolder} is missing. */
        MARKER,
        /** {@code cur}, {@code new} and {@code tmp} are on different file systems. */
        DEVICES,
        /** Some of {@code cur}, {@code new}, {@code tmp} are missing in a person's own folder. */
        FOLDER_INCOMPLETE,
        /** {@code maildirfolder} is missing in a person's own folder. */
        FOLDER_MARKER,
        /** The name of a folder is in the modified UTF-7 of older Couriers. */
        FOLDER_ENCODED,
        /** No mail program can select a folder of that name. */
        FOLDER_NAME,
        /** Two folders differ by case or by the form of their letters only. */
        FOLDER_TWIN,
        /** A maildir inside a maildir that is no folder of it. */
        INNER_MAILDIR,
        /** A file of another mail server's. */
        FOREIGN_FILE,
        /** A real directory, or a file, where the delivery link belongs. */
        NO_LINK,
        /** The delivery link leads to another directory than its own. */
        TARGET,
        /** The delivery link leads to another place than its own, where there is no directory. */
        NO_TARGET,
        SUBSCRIPTION_FILE,
        SUBSCRIPTION_LINE
    }

    /** Whether it concerns what is kept inside of a maildir, and not the maildir itself. */
    public boolean isOfFolder(Path maildir) {
        return path.startsWith(maildir)
                && !path.equals(maildir)
                && !MaildirShape.PARTS.contains(
                        path.getName(maildir.getNameCount()).toString());
    }
}
