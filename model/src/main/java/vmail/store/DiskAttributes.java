package vmail.store;

import java.util.Map;
import java.util.Objects;

/**
 * What lstat(2) says about a thing on disk.
 *
 * @param mode kind and permissions
 * @param device number of the file system it is on
 * @param inode its number there, which stays when a system starts anew, as the one of the device need not
 * @param key of both, as Java compares them
 */
public record DiskAttributes(int mode, int uid, int gid, long size, long device, long inode, Object key) {

    /** The names to ask {@code Files.readAttributes} for. Not {@code unix:*}, which looks up names of users each time. */
    public static final String NAMES = "unix:mode,uid,gid,size,dev,ino,fileKey";

    private static final int KIND = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;

    public static DiskAttributes of(Map<String, Object> attributes) {
        return new DiskAttributes(
                number(attributes, "mode").intValue(),
                number(attributes, "uid").intValue(),
                number(attributes, "gid").intValue(),
                number(attributes, "size").longValue(),
                number(attributes, "dev").longValue(),
                number(attributes, "ino").longValue(),
                Objects.requireNonNull(attributes.get("fileKey"), "this Java has no keys of files"));
    }

    private static Number number(Map<String, Object> attributes, String name) {
        if (attributes.get(name) instanceof Number number) {
            return number;
        }
        throw new AssertionError("this Java has no unix attribute " + name);
    }

    public boolean isDirectory() {
        return (mode & KIND) == DIRECTORY;
    }

    public boolean isFile() {
        return (mode & KIND) == FILE;
    }

    public boolean isLink() {
        return (mode & KIND) == LINK;
    }

    /** The lower twelve bits. */
    public int permissions() {
        return mode & 07777;
    }

    /** As people write it: {@code 0755}. */
    public String permissionsText() {
        return String.format("%04o", permissions());
    }

    /** What it is, with its article. */
    public String kind() {
        return switch (mode & KIND) {
            case DIRECTORY -> "a directory";
            case FILE -> "a file";
            case LINK -> "a symbolic link";
            case 0010000 -> "a FIFO";
            case 0140000 -> "a socket";
            default -> "a device";
        };
    }

    /** Whether a user has all of the given permissions (4 read, 2 write, 1 search), groups other than the owner's not counted. */
    public boolean grants(Owner user, int rights) {
        int shift = user.uid() == uid ? 6 : user.gid() == gid ? 3 : 0;
        return ((mode >> shift) & rights) == rights;
    }
}
