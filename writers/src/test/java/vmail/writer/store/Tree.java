package vmail.writer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vmail.store.DiskAttributes;

/** A directory tree as lines, as {@code find -printf '%M %u:%g %y %p -> %l'} prints them. */
final class Tree {

    private Tree() {}

    static List<String> of(Path base) throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            return paths.sorted(Comparator.comparing(Path::toString))
                    .map(path -> line(path, base))
                    .sorted(Comparator.comparing(Tree::path))
                    .toList();
        }
    }

    /** The lines of a golden tree, for another base and owner, in the same order as {@link #of}. */
    static List<String> golden(Path base, String owner) throws IOException {
        return Files.readAllLines(Path.of("../sample-data/howto/expected/tree.txt")).stream()
                .map(line -> line.replace("vmail:vmail", owner).replaceAll("(?<= )/vmail(?=/|$| )", base.toString()))
                .sorted(Comparator.comparing(Tree::path))
                .toList();
    }

    /** Change times: what no program can set. */
    static Map<Path, Object> changeTimes(Path base) throws IOException {
        if (Files.notExists(base, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        try (Stream<Path> paths = Files.walk(base)) {
            Map<Path, Object> times = new TreeMap<>();
            for (Path path : paths.toList()) {
                times.put(path, Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS));
            }
            return times;
        }
    }

    private static String path(String line) {
        return line.split(" ", 4)[3];
    }

    private static String line(Path path, Path base) {
        try {
            DiskAttributes found = Belongings.look(path);
            String type = found.isDirectory() ? "d" : found.isLink() ? "l" : found.isFile() ? "f" : "?";
            String target = found.isLink() ? " -> " + Files.readSymbolicLink(path) : "";
            return permissions(found, type) + " " + found.uid() + ":" + found.gid() + " " + type + " " + path + target;
        } catch (IOException e) {
            throw new AssertionError(base + ": " + path, e);
        }
    }

    private static String permissions(DiskAttributes found, String type) {
        StringBuilder text = new StringBuilder(type.equals("f") ? "-" : type);
        for (int i = 0; i < 9; i++) {
            text.append((found.permissions() & (0400 >> i)) == 0 ? '-' : "rwxrwxrwx".charAt(i));
        }
        if ((found.permissions() & 01000) != 0) {
            text.setCharAt(9, text.charAt(9) == 'x' ? 't' : 'T');
        }
        return text.toString();
    }
}
