package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.store.DiskAttributes;

/**
 * A {@code mailMessageStore} without its slash at the end, on disk. Postfix takes it for the file of an mbox (virtual(8)): it makes that
 * file and appends to it, unless there is a directory of the name, or none above it to make the file in.
 *
 * @param path that Postfix would open as an mbox
 */
public record WithoutSlash(Path path) {

    /**
     * Whether mail stays in the queue, and not in an mbox that nobody reads.
     *
     * @throws IOException when that can not be seen
     */
    public boolean defersMail() throws IOException {
        Path above = path.resolveSibling("");
        if (Disk.look(above).filter(DiskAttributes::isDirectory).isEmpty()) {
            return true;
        }
        Optional<DiskAttributes> found = Disk.look(path);
        return found.isPresent() && !found.get().isFile();
    }
}
