package vmail.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Who owns the mail: uid and gid 5000 as in the howto (2.2) where root runs the tests, else who runs them. */
public final class MailOwner {

    private static final int VMAIL = 5000;

    private MailOwner() {}

    public static boolean isRoot() {
        return me() == 0;
    }

    public static int uid() {
        return isRoot() ? VMAIL : me();
    }

    /** Options for a command that writes in this virtual machine: root has to name the owner. */
    public static List<String> options() {
        return isRoot() ? List.of("--owner=" + VMAIL + ":" + VMAIL) : List.of();
    }

    /** What to put before a command so that the mail owner runs it. */
    static List<String> prefix() {
        return isRoot()
                ? List.of("setpriv", "--reuid=" + VMAIL, "--regid=" + VMAIL, "--clear-groups", "--")
                : List.of();
    }

    /**
     * A line of passwd(5). Courier tries for two seconds to reach a gam_server of a user without a name, at each folder that it opens,
     * and in vain.
     */
    static String passwd() {
        return "vmail:x:" + VMAIL + ":" + VMAIL + "::/nonexistent:/usr/sbin/nologin\n";
    }

    /** Gives one file or folder to the mail owner. */
    public static void own(Path path) throws IOException {
        if (isRoot()) {
            Files.setAttribute(path, "unix:uid", VMAIL, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", VMAIL, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Who owns the mail, for a command that has to be told whoever runs it. */
    public static String option() {
        return "--owner=" + uid() + ":" + (isRoot() ? VMAIL : attribute("unix:gid"));
    }

    private static int me() {
        return attribute("unix:uid");
    }

    private static int attribute(String name) {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
