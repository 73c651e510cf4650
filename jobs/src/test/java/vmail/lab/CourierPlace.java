package vmail.lab;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Courier's programs find their configuration and each other: /etc/courier and /run/courier/authdaemon are compiled in.
 *
 * <p>They see folders of ours there, in a mount namespace of their own. Where that is forbidden, as in some containers, a test that has
 * to run writes our two files over the package's and puts those back afterwards.
 *
 * @param folder for our files
 * @param lock on the package's files, where the programs can not be made to see ours
 */
record CourierPlace(Path folder, Optional<FileChannel> lock) implements AutoCloseable {

    private static final Path ETC = Path.of("/etc/courier");
    private static final Path RUN = Path.of("/run/courier/authdaemon");
    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final Duration START = Duration.ofSeconds(30);

    private static final String INSIDE = """
            set -e
            mount --bind "$1/etc" %s
            mount --bind "$1/run" %s
            mount --bind "$1/passwd" %s
            shift
            exec "$@"
            """.formatted(ETC, RUN, PASSWD);

    /** @param folder is there */
    static CourierPlace make(Path folder, Configuration rendered) throws IOException, InterruptedException {
        Files.createDirectories(RUN);
        for (String each : List.of("etc", "run", "saved")) {
            Files.createDirectory(folder.resolve(each));
        }
        Files.copy(ETC.resolve("imapd"), folder.resolve("etc/imapd"));
        Files.writeString(folder.resolve("passwd"), Files.readString(PASSWD) + MailOwner.passwd());
        CourierPlace place = new CourierPlace(folder, mayUnshare() ? Optional.empty() : Optional.of(alone()));
        for (String each : List.of("authdaemonrc", "authldaprc")) {
            place.put(rendered.file(each));
        }
        return place;
    }

    /** Other virtual machines that run tests wait until this one is done with the package's files. */
    private static FileChannel alone() throws IOException {
        Program.assumeMayOverwrite(ETC);
        FileChannel channel = FileChannel.open(
                RUN.resolveSibling("vmail-tests.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private boolean isOurs() {
        return lock.isEmpty();
    }

    private static boolean mayUnshare() throws IOException, InterruptedException {
        Program.UNSHARE.assumeInstalled();
        return Command.run(List.of(Program.UNSHARE.path().toString(), "--mount", "true"))
                        .code()
                == 0;
    }

    /** Where the programs find authldaprc. */
    Path configuration() {
        return isOurs() ? folder.resolve("etc") : ETC;
    }

    private void put(Path rendered) throws IOException {
        Path file = configuration().resolve(rendered.getFileName());
        if (!isOurs()) {
            Files.copy(file, folder.resolve("saved").resolve(rendered.getFileName()), COPY_ATTRIBUTES);
        }
        Files.copy(rendered, file, COPY_ATTRIBUTES, REPLACE_EXISTING);
    }

    /** What to run so that a program finds our files. */
    List<String> command(List<String> program) {
        List<String> inside = List.of(
                Program.UNSHARE.path().toString(), "--mount", "/bin/sh", "-c", INSIDE, "inside", folder.toString());
        return isOurs() ? Stream.concat(inside.stream(), program.stream()).toList() : program;
    }

    /** Until authdaemond can be asked. */
    void awaitSocket(Waiting.Message otherwise) throws IOException {
        Path socket = (isOurs() ? folder.resolve("run") : RUN).resolve("socket");
        Waiting.atMost(START).until(() -> Files.exists(socket), otherwise);
    }

    @Override
    public void close() {
        try (Stream<Path> saved = Files.list(folder.resolve("saved"))) {
            for (Path each : saved.toList()) {
                Files.copy(each, ETC.resolve(each.getFileName()), COPY_ATTRIBUTES, REPLACE_EXISTING);
            }
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
