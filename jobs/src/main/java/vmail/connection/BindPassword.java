package vmail.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** The password in a file that only its owner can read; one newline at its end is not part of it. */
public final class BindPassword {

    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final int LONGEST = 1024;

    private BindPassword() {}

    /**
     * @throws IllegalArgumentException when there is no such file, or no password in it
     * @throws UnsafeSettings when others can read or replace it
     */
    public static byte[] read(Path file) throws UnsafeSettings {
        try {
            refuseWhatOthersControl(file);
            try (InputStream in = Files.newInputStream(file)) {
                return password(file, in.readNBytes(LONGEST + 1));
            }
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no bind password file " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the bind password file %s can not be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void refuseWhatOthersControl(Path file) throws IOException, UnsafeSettings {
        Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes link = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (link.isSymbolicLink() && !owner.equals(me) && !owner.equals(0)) {
            throw new UnsafeSettings(
                    "the bind password file %s is a symbolic link of uid %s, who can point it elsewhere. Name the file itself"
                            .formatted(file, owner));
        }
        PosixFileAttributes target = Files.readAttributes(file, PosixFileAttributes.class);
        if (!target.isRegularFile()) {
            throw new IllegalArgumentException("the bind password file %s is not a regular file".formatted(file));
        }
        if (target.permissions().stream().anyMatch(OF_OTHERS::contains)) {
            throw new UnsafeSettings("others than its owner can use the bind password file %s (%s). Run: chmod 600 %s"
                    .formatted(file, PosixFilePermissions.toString(target.permissions()), file));
        }
    }

    private static byte[] password(Path file, byte[] content) {
        int length = content.length;
        if (length > 0 && content[length - 1] == '\n') {
            length--;
            if (length > 0 && content[length - 1] == '\r') {
                length--;
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException("the bind password file %s is empty".formatted(file));
        }
        if (content.length > LONGEST) {
            throw new IllegalArgumentException(
                    "the bind password file %s holds more than %d bytes, that is no password".formatted(file, LONGEST));
        }
        return Arrays.copyOf(content, length);
    }
}
