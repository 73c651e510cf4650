package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vmail.store.DiskAttributes;
import vmail.store.MaildirShape;

/**
 * What is in a directory, each thing looked at once. Complete or not there at all: a listing that broke off would make what it did not
 * come to look missing.
 */
final class Listing implements Names {

    private final Map<Path, DiskAttributes> children;

    private Listing(Map<Path, DiskAttributes> children) {
        this.children = children;
    }

    /** What vanishes between its name and a look at it has never been there. */
    static Listing of(Path directory, DiskAttributes seen) throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Disk.open(directory, seen)) {
            stream.forEach(names::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Map<Path, DiskAttributes> children = new TreeMap<>();
        for (Path name : names) {
            Disk.look(name).ifPresent(found -> children.put(name, found));
        }
        return new Listing(children);
    }

    /** By path, sorted. */
    Map<Path, DiskAttributes> children() {
        return children;
    }

    @Override
    public Optional<DiskAttributes> look(Path path) {
        return Optional.ofNullable(children.get(path));
    }

    /** Whether it is a maildir, be it whole or damaged. */
    boolean isMaildir(Path directory) {
        return MaildirShape.PARTS.stream()
                        .filter(part -> look(directory.resolve(part))
                                .filter(DiskAttributes::isDirectory)
                                .isPresent())
                        .count()
                >= 2;
    }
}
