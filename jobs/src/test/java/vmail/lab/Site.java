package vmail.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail host for one test: a mail base, a workspace and password files that belong to the mail owner, in a folder that the
 * mail owner can reach. JUnit's temporary folders are closed to other users.
 *
 * @param folder of the whole
 */
public record Site(Path folder) implements AutoCloseable {

    public static Site open() throws IOException {
        Site site = new Site(openFolder("vmail-site"));
        Files.createDirectory(site.folder.resolve("slapd"));
        for (Path each : List.of(site.mailBase(), site.folder.resolve("work"))) {
            Files.createDirectory(each);
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            MailOwner.own(each);
        }
        site.password("admin.password", Slapd.ADMIN_PASSWORD);
        site.password("system.password", Slapd.SYSTEM_PASSWORD);
        return site;
    }

    public Path mailBase() {
        return folder.resolve("vmail");
    }

    /** Not there before the first command. */
    public Path workspace() {
        return folder.resolve("work/workspace");
    }

    /** For {@link Slapd#start}. */
    public Path slapd() {
        return folder.resolve("slapd");
    }

    /** A source, or any other file, that everybody can read. */
    public Path file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    /** Options of a command that writes: bound as administrator. */
    public String[] writing(Slapd slapd) {
        return writing(slapd.url());
    }

    String[] writing(String url) {
        return options(url, Slapd.ADMIN, "admin.password");
    }

    /** Options of a command that reads: bound as ou=System. */
    public String[] reading(Slapd slapd) {
        return options(slapd.url(), Slapd.SYSTEM, "system.password");
    }

    private String[] options(String url, String dn, String passwordFile) {
        return new String[] {
            "--ldap-url=" + url,
            "--bind-dn=" + dn,
            "--bind-password-file=" + folder.resolve(passwordFile),
            "--account-base=ou=Tokelau,o=company",
            "--system-base=ou=postfix,ou=System,o=company",
            "--mail-base=" + mailBase(),
            "--workspace=" + workspace()
        };
    }

    private void password(String name, String password) throws IOException {
        Path file = file(name, password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        MailOwner.own(file);
    }

    /** A file of sample-data. */
    public static String sample(String name) throws IOException {
        return Files.readString(Path.of("../sample-data").resolve(name));
    }

    static Path openFolder(String name) throws IOException {
        Path folder = Files.createTempDirectory(name).toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                Files.setPosixFilePermissions(
                        copy, PosixFilePermissions.fromString(Files.isDirectory(copy) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        return to;
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(folder);
    }
}
