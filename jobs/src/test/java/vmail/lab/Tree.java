package vmail.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A mail base as text, as if it were {@code /vmail} and its owner's name {@code vmail}. */
public final class Tree {

    private static final int STICKY = 01000;

    private Tree() {}

    /** Lines as {@code find -printf '%M %u:%g %y %p -> %l'} prints them, sorted by path; an arrow for links only. */
    public static List<String> of(Path base) throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            return paths.sorted(Comparator.comparing(Path::toString))
                    .map(path -> line(path, base))
                    .toList();
        }
    }

    /** What is in the files, by path. */
    public static Map<String, String> contents(Path base) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(base)) {
            for (Path path : paths.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String content = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
                contents.put(seen(path.toString(), base), seen(content, base));
            }
        }
        return contents;
    }

    private static String line(Path path, Path base) {
        try {
            PosixFileAttributes found =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String type = found.isDirectory() ? "d" : found.isSymbolicLink() ? "l" : found.isRegularFile() ? "f" : "?";
            String target = found.isSymbolicLink()
                    ? " -> " + seen(Files.readSymbolicLink(path).toString(), base)
                    : "";
            return permissions(path, type) + " " + owner(path) + " " + type + " " + seen(path.toString(), base)
                    + target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seen(String text, Path base) {
        return text.replace(base.toString(), "/vmail");
    }

    private static String owner(Path path) throws IOException {
        return name(path, "unix:uid") + ":" + name(path, "unix:gid");
    }

    private static String name(Path path, String attribute) throws IOException {
        int id = (Integer) Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS);
        int mine =
                MailOwner.isRoot() ? MailOwner.uid() : (Integer) Files.getAttribute(Path.of("/proc/self"), attribute);
        return id == mine ? "vmail" : String.valueOf(id);
    }

    private static String permissions(Path path, String type) throws IOException {
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        StringBuilder text = new StringBuilder(type.equals("f") ? "-" : type);
        for (int i = 0; i < 9; i++) {
            text.append((mode & (0400 >> i)) == 0 ? '-' : "rwxrwxrwx".charAt(i));
        }
        if ((mode & STICKY) != 0) {
            text.setCharAt(9, text.charAt(9) == 'x' ? 't' : 'T');
        }
        return text.toString();
    }
}
