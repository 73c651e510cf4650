package vmail.mailing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Whom the mail of this program comes from: its user at this host, by the name that mail has for the host. */
public final class LocalSender {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

    /** Debian's name of the host for mail, then the kernel's. */
    private static final List<Path> NAMES = List.of(Path.of("/etc/mailname"), Path.of("/proc/sys/kernel/hostname"));

    private LocalSender() {}

    public static String address() {
        return address(System.getProperty("user.name", ""), NAMES);
    }

    /** @param names files whose first line names the host; the first that does counts */
    static String address(String user, List<Path> names) {
        String host = names.stream()
                .map(LocalSender::firstLine)
                .filter(name -> HOST.matcher(name).matches())
                .findFirst()
                .orElse("localhost");
        return (USER.matcher(user).matches() ? user : "vmail") + "@" + host;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            // another name will do
            return "";
        }
    }
}
