package vmail.connection;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A slapd of our own on a free loopback port. */
final class Slapd implements AutoCloseable {

    static final String ADMIN = "cn=admin,o=company";
    static final String PASSWORD = "adminsecret";

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private final Path folder;
    private final int port;
    private final int tlsPort;
    private final Process process;

    private Slapd(Path folder, int port, int tlsPort) throws IOException {
        this.folder = folder;
        this.port = port;
        this.tlsPort = tlsPort;
        this.process = start();
    }

    /** Skips the test when slapd is not installed, or fails it where servers are required. */
    static void assumeInstalled() {
        boolean installed = Files.isExecutable(PROGRAM);
        if ("1".equals(System.getenv("VMAIL_REQUIRE_SERVERS"))) {
            Assertions.assertTrue(installed, "VMAIL_REQUIRE_SERVERS=1, but there is no " + PROGRAM);
        }
        Assumptions.assumeTrue(installed, "SKIPPED: there is no " + PROGRAM + " (Debian: apt install slapd)");
    }

    /** @param lines further lines for the database section */
    static Slapd start(Path folder, Optional<TestCertificate> certificate, String... lines) throws IOException {
        List<String> conf = new ArrayList<>();
        for (String schema : List.of("core", "cosine", "inetorgperson")) {
            conf.add("include /etc/ldap/schema/" + schema + ".schema");
        }
        certificate.ifPresent(tls -> {
            conf.add("TLSCertificateFile " + tls.certificate());
            conf.add("TLSCertificateKeyFile " + tls.key());
        });
        conf.add("modulepath /usr/lib/ldap");
        conf.add("moduleload back_mdb");
        conf.add("pidfile " + folder.resolve("slapd.pid"));
        conf.add("database mdb");
        conf.add("directory " + Files.createDirectory(folder.resolve("db")));
        conf.add("suffix o=company");
        conf.add("rootdn " + ADMIN);
        conf.add("rootpw " + PASSWORD);
        conf.addAll(List.of(lines));
        Files.write(folder.resolve("slapd.conf"), conf);
        return new Slapd(folder, freePort(), certificate.isPresent() ? freePort() : 0);
    }

    private LDAPConnection connection() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, ADMIN, PASSWORD);
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    /** Returns when every thread has stopped; one that has not yet would still answer. */
    void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
        while (!isStopped()) {
            Thread.sleep(10);
        }
    }

    private boolean isStopped() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                // the state stands behind the name, which is in parentheses
                if (!Files.readString(thread.resolve("stat")).contains(") T ")) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-f",
                        folder.resolve("slapd.conf").toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port + (tlsPort > 0 ? " ldaps://127.0.0.1:" + tlsPort : ""),
                        "-d",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("slapd.log").toFile()))
                .start();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!answers()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("slapd does not start: " + Files.readString(folder.resolve("slapd.log")));
            }
        }
        return started;
    }

    private boolean answers() {
        try (LDAPConnection connection = connection()) {
            return connection.isConnected();
        } catch (LDAPException e) {
            pause();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
