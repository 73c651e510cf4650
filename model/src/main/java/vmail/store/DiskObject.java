package vmail.store;

import java.nio.file.Path;

/**
 * Something that is on disk below the mail base, whoever it belongs to.
 *
 * @param mark a digest of what a maildir, folder or link is like, to compare with {@link StoreMarks}: whoever looks once more has to
 *     only where the two differ; else {@link StoreMarks#NONE}
 * @param detail for a link its target, for a subscription its line, for an opened folder its sharable maildir, for stray things what they are, for unknown ones the
 *     system's words; else empty
 */
public record DiskObject(Kind kind, Path path, String detail, long mark) {

    public DiskObject(Kind kind, Path path, String detail) {
        this(kind, path, detail, StoreMarks.NONE);
    }

    /** What it is. */
    public enum Kind {
        /** A directory that has at least two of {@code cur}, {@code new} and {@code tmp}. */
        MAILDIR,
        /** A directory directly in {@code shared.maildirs}. */
        SHARABLE_MAILDIR,
        /** A folder of a sharable maildir. */
        FOLDER,
        /** A symbolic link in {@code shared/<name>}. */
        LINK,
        /** A line of a {@code shared-maildirs}; the path is the file. */
        SUBSCRIPTION,
        /** What Courier keeps of shared folders that have been opened where {@code shared-maildirs} does not say so any more. */
        OPENED,
        /** A link in what Courier keeps of shared folders that have been opened, and nothing where it leads. */
        DEAD_END,
        /** A name that differs from another one in the same directory by upper and lower case only. */
        TWIN,
        /** A directory whose name ends with a comma: Postfix has made it for an address that two accounts have. */
        COMMA,
        /** An empty directory. */
        EMPTY,
        /** A file, link or the like where only directories belong. */
        STRAY,
        /** Could not be looked at. */
        UNKNOWN
    }
}
