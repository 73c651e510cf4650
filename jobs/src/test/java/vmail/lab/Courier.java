package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A Courier-IMAP of our own on a free loopback port, with authdaemond asking the directory. */
public final class Courier implements AutoCloseable {

    private static final String IMAPD = """
            set -a
            . /etc/courier/imapd
            IMAP_TLS_REQUIRED=0 IMAP_SHAREDINDEXFILE=/dev/null
            umask 022
            exec %s -address=127.0.0.1 -maxprocs=40 -maxperip=40 -nodnslookup -noidentlookup %d %s %s Maildir
            """;

    private final int port;
    private final CourierPlace place;
    private final Daemon authdaemond;
    private final Daemon imapd;

    private Courier(int port, CourierPlace place, Daemon authdaemond, Daemon imapd) {
        this.port = port;
        this.place = place;
        this.authdaemond = authdaemond;
        this.imapd = imapd;
    }

    /**
     * Starts one; the test is skipped where that is not possible.
     *
     * @param folder for its files; does not exist
     * @param rendered put to use as {@code vmail render} says
     */
    static Courier start(Path folder, Configuration rendered) throws IOException, InterruptedException {
        for (Program each :
                List.of(Program.COURIERTCPD, Program.IMAPLOGIN, Program.IMAPD, Program.AUTHDAEMOND, Program.AUTHTEST)) {
            each.assumeInstalled();
        }
        Program.assumeRoot();
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        CourierPlace place = CourierPlace.make(folder, rendered);
        Daemon authdaemond = Daemon.start(
                folder.resolve("authdaemond.log"),
                place.command(List.of(Program.AUTHDAEMOND.path().toString())));
        int port = LoopbackPort.free();
        String script =
                IMAPD.formatted(Program.COURIERTCPD.path(), port, Program.IMAPLOGIN.path(), Program.IMAPD.path());
        Daemon imapd = Daemon.start(folder.resolve("imapd.log"), place.command(List.of("/bin/sh", "-c", script)));
        Courier courier = new Courier(port, place, authdaemond, imapd);
        place.awaitSocket(() -> "authdaemond does not start: " + courier.log());
        LoopbackPort.await(port, () -> "Courier does not start: " + courier.log());
        return courier;
    }

    /** Where authldaprc is. */
    public Path configuration() {
        return place.configuration();
    }

    /** A session that nobody has logged in to. */
    public Imap connect() throws IOException {
        return new Imap(port);
    }

    /** What authtest(1) says of an account; with a password also whether it is the right one. */
    public Ran authtest(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Program.AUTHTEST.path().toString()));
        command.addAll(List.of(arguments));
        return Command.run(place.command(command));
    }

    /** All that authdaemond and imapd said. */
    public String log() throws IOException {
        return authdaemond.log() + imapd.log();
    }

    @Override
    public void close() {
        imapd.close();
        authdaemond.close();
        place.close();
    }
}
