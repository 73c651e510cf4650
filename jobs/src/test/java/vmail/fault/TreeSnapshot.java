package vmail.fault;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import vmail.store.DiskAttributes;

/** All that is below a folder, to bring it back exactly as it was. Times of directories do not count. */
final class TreeSnapshot {

    private final Path root;
    private final SortedMap<Path, Thing> things;
    private final Map<Path, byte[]> contents = new HashMap<>();

    private record Thing(Kind kind, int mode, int uid, int gid, long size, FileTime changed, String target) {

        private enum Kind {
            DIRECTORY,
            FILE,
            LINK
        }

        static Thing at(Path path) throws IOException {
            Map<String, Object> found =
                    Files.readAttributes(path, DiskAttributes.NAMES + ",lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
            DiskAttributes attributes = DiskAttributes.of(found);
            boolean file = attributes.isFile();
            return new Thing(
                    file ? Kind.FILE : attributes.isLink() ? Kind.LINK : Kind.DIRECTORY,
                    attributes.permissions(),
                    attributes.uid(),
                    attributes.gid(),
                    file ? attributes.size() : 0,
                    file ? (FileTime) Objects.requireNonNull(found.get("lastModifiedTime")) : FileTime.fromMillis(0),
                    attributes.isLink() ? Files.readSymbolicLink(path).toString() : "");
        }

        boolean isOfKind(Thing other) {
            return kind == other.kind && target.equals(other.target);
        }
    }

    private TreeSnapshot(Path root) throws IOException {
        this.root = root;
        this.things = look(root);
        for (Map.Entry<Path, Thing> each : things.entrySet()) {
            if (each.getValue().kind() == Thing.Kind.FILE) {
                contents.put(each.getKey(), Files.readAllBytes(each.getKey()));
            }
        }
    }

    static TreeSnapshot of(Path root) throws IOException {
        return new TreeSnapshot(root);
    }

    private static SortedMap<Path, Thing> look(Path root) throws IOException {
        SortedMap<Path, Thing> found = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                found.put(directory, Thing.at(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                found.put(file, Thing.at(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Deletes what was not there, makes what is missing, changes back what is otherwise. */
    void restore() throws IOException {
        SortedMap<Path, Thing> now = look(root);
        for (Map.Entry<Path, Thing> each : now.entrySet()) {
            // a directory that nobody may write into can not be put right
            if (each.getValue().kind() == Thing.Kind.DIRECTORY && things.containsKey(each.getKey())) {
                dress(each.getKey(), each.getValue());
            }
        }
        for (Path path :
                now.keySet().stream().sorted(Collections.reverseOrder()).toList()) {
            Thing before = things.get(path);
            if (before == null || !before.isOfKind(Objects.requireNonNull(now.get(path)))) {
                Files.delete(path);
                now.remove(path);
            }
        }
        for (Map.Entry<Path, Thing> each : things.entrySet()) {
            if (!each.getValue().equals(now.get(each.getKey()))) {
                make(each.getKey(), each.getValue(), now.containsKey(each.getKey()));
            }
        }
    }

    /** Gives a directory its modes back while it is looked at, where it still is one. */
    private void dress(Path path, Thing now) throws IOException {
        Thing before = Objects.requireNonNull(things.get(path));
        if (before.kind() == Thing.Kind.DIRECTORY && !before.equals(now)) {
            own(path, before);
        }
    }

    private void make(Path path, Thing before, boolean there) throws IOException {
        if (before.kind() == Thing.Kind.DIRECTORY) {
            if (!there) {
                Files.createDirectory(path);
            }
        } else if (before.kind() == Thing.Kind.LINK) {
            if (!there) {
                Files.createSymbolicLink(path, Path.of(before.target()));
            }
            return;
        } else {
            Files.write(path, Objects.requireNonNull(contents.get(path)));
        }
        own(path, before);
        if (before.kind() == Thing.Kind.FILE) {
            Files.setLastModifiedTime(path, before.changed());
        }
    }

    private static void own(Path path, Thing before) throws IOException {
        Thing now = Thing.at(path);
        if (now.uid() != before.uid() || now.gid() != before.gid()) {
            Files.setAttribute(path, "unix:uid", before.uid());
            Files.setAttribute(path, "unix:gid", before.gid());
        }
        Files.setAttribute(path, "unix:mode", before.mode());
    }
}
