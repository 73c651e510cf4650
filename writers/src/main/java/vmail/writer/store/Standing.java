package vmail.writer.store;

import java.nio.file.Path;
import java.util.Optional;
import vmail.store.DiskAttributes;

/**
 * What stands at a name below the mail base at the moment it is looked at.
 *
 * @param inode tells it from another thing that has taken its name since
 * @param names how many names it has; a directory counts those in it
 * @param target of a symbolic link, as it stands there
 */
public record Standing(DiskAttributes attributes, long inode, int names, Optional<Path> target) {

    public boolean isDirectory() {
        return attributes.isDirectory();
    }

    public boolean isFile() {
        return attributes.isFile();
    }

    public boolean isLink() {
        return attributes.isLink();
    }
}
