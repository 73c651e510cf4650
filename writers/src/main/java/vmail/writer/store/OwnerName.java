package vmail.writer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmail.store.Owner;

/**
 * Reads {@code --owner}: {@code vmail}, {@code vmail:vmail}, {@code 5000:5000} or {@code 5000}.
 *
 * <p>Names are looked up in /etc/passwd and /etc/group only. A user that comes from elsewhere (LDAP, NIS) is given by numbers.
 */
public final class OwnerName {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Path passwd;
    private final Path group;

    public OwnerName() {
        this(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    OwnerName(Path passwd, Path group) {
        this.passwd = passwd;
        this.group = group;
    }

    /**
     * Without a group it is the user's own.
     *
     * @throws IllegalArgumentException when there is no such user or group, or when Postfix would not deliver as that user
     *     (virtual_minimum_uid = 500)
     * @throws StoreUnavailable when the file with the names can not be read
     */
    public Owner resolve(String text) throws StoreUnavailable {
        String[] parts = text.strip().split(":", -1);
        if (parts.length > 2 || parts[0].isEmpty() || (parts.length == 2 && parts[1].isEmpty())) {
            throw new IllegalArgumentException("owner must be user or user:group, not \"" + text + "\"");
        }
        Owner owner = parts.length == 2
                ? new Owner(number(parts[0], passwd, "user"), number(parts[1], group, "group"))
                : user(parts[0]);
        if (!owner.mayOwnMail()) {
            throw new IllegalArgumentException(
                    "owner " + text + " is " + owner + "; mail must belong to a user with uid " + Owner.LOWEST_UID
                            + " or above (virtual_minimum_uid) and a group other than 0");
        }
        return owner;
    }

    private Owner user(String name) throws StoreUnavailable {
        int uid = number(name, passwd, "user");
        String[] line = line(passwd, 2, Integer.toString(uid))
                .orElseThrow(() -> new IllegalArgumentException("user " + name + " has no line in " + passwd
                        + ", so that its group is not known; give the owner as uid:gid"));
        return new Owner(uid, Integer.parseInt(line[3]));
    }

    private static int number(String name, Path file, String kind) throws StoreUnavailable {
        if (NUMBER.matcher(name).matches()) {
            return Integer.parseInt(name);
        }
        String[] line = line(file, 0, name)
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + name + " in " + file
                        + "; create it, or give the owner as uid:gid, for example 5000:5000"));
        return Integer.parseInt(line[2]);
    }

    private static Optional<String[]> line(Path file, int column, String value) throws StoreUnavailable {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[column].equals(value))
                    .findFirst();
        } catch (IOException e) {
            throw new StoreUnavailable("can not read " + file + "; give the owner as uid:gid.", e);
        }
    }
}
