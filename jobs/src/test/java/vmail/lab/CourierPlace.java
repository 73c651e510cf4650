package vmail.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where Courier's programs find their configuration and each other: /etc/courier and /run/courier/authdaemon are compiled in.
 *
 * <p>They see folders of ours there, in a mount namespace of their own. Where that is forbidden, as in some containers, a test that has
 * to run writes our two files over the package's and puts those back afterwards.
 *
 * @param folder for our files
 * @param isOurs whether the programs see these files and not the package's
 */
record CourierPlace(Path folder, boolean isOurs) implements AutoCloseable {

    private static final Path ETC = Path.of("/etc/courier");
    private static final Path RUN = Path.of("/run/courier/authdaemon");
    private static final Duration START = Duration.ofSeconds(30);

    private static final String INSIDE = """
            set -e
            mount --bind "$1/etc" %s
            mount --bind "$1/run" %s
            shift
            exec "$@"
            """.formatted(ETC, RUN);

    private static final String AUTHDAEMONRC = """
            authmodulelist="authldap"
            daemons=2
            authdaemonvar=%s
            DEBUG_LOGIN=0
            DEFAULTOPTIONS=""
            LOGGEROPTS=""
            """.formatted(RUN);

    /** @param folder is there */
    static CourierPlace make(Path folder, String authldaprc) throws IOException, InterruptedException {
        Files.createDirectories(RUN);
        for (String each : List.of("etc", "run", "saved")) {
            Files.createDirectory(folder.resolve(each));
        }
        Files.copy(ETC.resolve("imapd"), folder.resolve("etc/imapd"));
        CourierPlace place = new CourierPlace(folder, mayUnshare());
        if (!place.isOurs) {
            Program.assumeMayOverwrite(ETC);
        }
        Map<String, String> contents = Map.of("authdaemonrc", AUTHDAEMONRC, "authldaprc", authldaprc);
        for (Map.Entry<String, String> each : contents.entrySet()) {
            place.write(each.getKey(), each.getValue());
        }
        return place;
    }

    private static boolean mayUnshare() throws IOException, InterruptedException {
        Program.UNSHARE.assumeInstalled();
        return Command.run(List.of(Program.UNSHARE.path().toString(), "--mount", "true"))
                        .code()
                == 0;
    }

    private void write(String name, String content) throws IOException {
        Path file = (isOurs ? folder.resolve("etc") : ETC).resolve(name);
        if (!isOurs) {
            Files.copy(file, folder.resolve("saved").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }

    /** What to run so that a program finds our files. */
    List<String> command(List<String> program) {
        List<String> inside = List.of(
                Program.UNSHARE.path().toString(), "--mount", "/bin/sh", "-c", INSIDE, "inside", folder.toString());
        return isOurs ? Stream.concat(inside.stream(), program.stream()).toList() : program;
    }

    /** Until authdaemond can be asked. */
    void awaitSocket(Waiting.Message otherwise) throws IOException {
        Path socket = (isOurs ? folder.resolve("run") : RUN).resolve("socket");
        Waiting.atMost(START).until(() -> Files.exists(socket), otherwise);
    }

    @Override
    public void close() {
        try (Stream<Path> saved = Files.list(folder.resolve("saved"))) {
            for (Path each : saved.toList()) {
                Files.writeString(ETC.resolve(each.getFileName()), Files.readString(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
