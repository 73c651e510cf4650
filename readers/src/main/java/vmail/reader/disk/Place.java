package vmail.reader.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmail.store.DiskAttributes;

/**
 * What a path leads to when its symbolic links are followed, as a mail server follows them.
 *
 * @param path as it was asked for
 * @param links those on the way, in their order
 * @param end where the way ends: the thing itself, or the first name that is missing, strange or not to be seen
 * @param attributes of a thing that is there
 * @param words the system's, where it could not be seen; else empty
 */
public record Place(
        Path path, List<Link> links, Kind kind, Path end, Optional<DiskAttributes> attributes, String words) {

    /** How the way ends. */
    public enum Kind {
        DIRECTORY,
        /** Not a directory, or one was expected and there is something else. */
        NO_DIRECTORY,
        MISSING,
        /** A link leads out of the mail base; it was not followed. */
        OUTSIDE,
        /** More links than any system follows. */
        LOOP,
        /** The system refused to tell, which is not the same as missing. */
        UNKNOWN
    }

    /**
     * A symbolic link.
     *
     * @param target as it stands in the link
     */
    public record Link(Path at, Path target) {}

    public Place {
        links = List.copyOf(links);
    }
}
