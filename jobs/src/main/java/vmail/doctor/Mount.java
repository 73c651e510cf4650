package vmail.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of {@code /proc/self/mountinfo} (proc(5)). */
record Mount(Path point, boolean readOnly, String type, String source) {

    private static final Set<String> OF_OTHER_HOSTS = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "ceph",
            "9p",
            "afs",
            "lustre",
            "gfs2",
            "ocfs2",
            "fuse.sshfs",
            "fuse.glusterfs");
    private static final Pattern LINE =
            Pattern.compile("\\d+ \\d+ \\S+ \\S+ (\\S+) (\\S+)(?: \\S+)*? - (\\S+) (\\S+) (\\S+)");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    /** The mount that a path is on: the deepest point above it, of several on one point the last. */
    static Optional<Mount> of(Path path, List<String> lines) {
        return lines.stream()
                .flatMap(line -> parse(line).stream())
                .filter(mount -> path.startsWith(mount.point))
                .reduce((best, next) -> next.point.getNameCount() >= best.point.getNameCount() ? next : best);
    }

    boolean isOfAnotherHost() {
        return OF_OTHER_HOSTS.contains(type);
    }

    private static Optional<Mount> parse(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        boolean readOnly = Stream.of(line.group(2), line.group(5))
                .anyMatch(options -> List.of(options.split(",")).contains("ro"));
        return Optional.of(new Mount(Path.of(plain(line.group(1))), readOnly, line.group(3), plain(line.group(4))));
    }

    private static String plain(String text) {
        return OCTAL.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 8))));
    }
}
