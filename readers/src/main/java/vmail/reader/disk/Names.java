package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.store.DiskAttributes;

/** Answers whether a name is there: by asking the system, or out of a {@link Listing} that has asked it already. */
interface Names {

    /** Empty only when the system said so. */
    Optional<DiskAttributes> look(Path path) throws IOException;
}
