package vmail.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The users of this host as /etc/passwd and /etc/group have them; those of LDAP or NIS are not known. */
public record UnixUsers(Path passwd, Path group) {

    public static UnixUsers ofThisHost() {
        return new UnixUsers(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    Optional<UnixUser> named(String name) throws IOException {
        Optional<String[]> line = lines(passwd)
                .filter(fields -> fields.length > 3 && fields[0].equals(name))
                .findFirst();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> gids = new HashSet<>(Set.of(Integer.valueOf(line.get()[3])));
        lines(group)
                .filter(fields ->
                        fields.length > 3 && List.of(fields[3].split(",")).contains(name))
                .forEach(fields -> gids.add(Integer.valueOf(fields[2])));
        return Optional.of(new UnixUser(name, Integer.parseInt(line.get()[2]), gids));
    }

    private static Stream<String[]> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split(":", -1));
    }
}
