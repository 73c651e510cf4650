package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The servers' configuration for a site, written by {@code vmail render}; the servers get it unedited.
 *
 * @param folder with the files of all servers
 * @param port where slapd will listen
 * @param slapd where slapd keeps its files
 */
record Configuration(Path folder, int port, Path slapd) {

    static final String HOST = "127.0.0.1";

    /** @param options of {@code vmail render} beyond those that say where everything is */
    static Configuration render(Site site, String... options) throws IOException, InterruptedException {
        Configuration made =
                new Configuration(site.folder().resolve("configuration"), LoopbackPort.free(), site.slapd());
        Files.createDirectory(made.database());
        Ran ran = Cli.here()
                .with(site.writing(made.url()))
                .with(MailOwner.options().toArray(String[]::new))
                .with(options)
                .run(
                        "render",
                        "all",
                        "--into=" + made.folder,
                        "--reader-password-file=" + site.folder().resolve("system.password"),
                        "--database-directory=" + made.database(),
                        "--pid-file=" + made.slapd.resolve("slapd.pid"));
        if (ran.code() != 0) {
            throw new AssertionError(ran);
        }
        return made;
    }

    String url() {
        return "ldap://" + HOST + ":" + port;
    }

    Path database() {
        return slapd.resolve("db");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** All that is in the folder, by name. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
