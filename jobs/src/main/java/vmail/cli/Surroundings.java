package vmail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vmail.settings.Settings;

/** What must be right around a command that writes, before it writes. */
final class Surroundings {

    private static final int ROOT = 0;

    private Surroundings() {}

    /** Mail folders made by root belong to root: Postfix and Courier can not use them (howto 1.8). */
    static void refuseRootWithoutOwner(Settings settings) throws IOException, Refused {
        if (isRoot() && settings.owner().isEmpty()) {
            throw new Refused(
                    ExitCode.REFUSED,
                    "running as root without --owner: what root makes the mail server could not use. Name the mail owner,"
                            + " e.g. --owner vmail, or run as that user");
        }
    }

    static void requireMailBase(Settings settings, boolean create) throws IOException, Refused {
        Path base = settings.mailBase().path();
        try {
            if (!Files.readAttributes(base, java.nio.file.attribute.BasicFileAttributes.class)
                    .isDirectory()) {
                throw new Refused(ExitCode.USAGE, "the mail base " + base + " is not a directory");
            }
        } catch (NoSuchFileException e) {
            if (!create) {
                throw new Refused(
                        ExitCode.REFUSED,
                        "the mail base " + base
                                + " does not exist. If a file system belongs there, mount it; if not, make it:"
                                + " install -d -o vmail -g vmail " + base + ", or give --create-mail-base");
            }
        }
    }

    static boolean isRoot() throws IOException {
        return ROOT == (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }
}
