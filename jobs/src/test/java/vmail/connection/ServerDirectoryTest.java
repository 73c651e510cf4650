package vmail.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedResult;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DirectoryUnavailable;

/** Against a real slapd. Names are used where they are to be checked: a loopback address would not be. */
class ServerDirectoryTest {

    private static final DN ADMIN = new DN(new RDN("cn", "admin"), new RDN("o", "company"));

    @TempDir
    Path folder;

    @BeforeAll
    static void assumeServers() {
        Slapd.assumeInstalled();
        TestCertificate.assumeInstalled();
    }

    private DirectorySettings settings(String url, boolean startTls, Optional<Path> caFile) throws IOException {
        return settings(url, startTls, caFile, Slapd.PASSWORD);
    }

    private DirectorySettings settings(String url, boolean startTls, Optional<Path> caFile, String password)
            throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new DirectorySettings(
                DirectoryUrl.of(url),
                Optional.of(ADMIN),
                Optional.of(file),
                startTls,
                caFile,
                false,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    private Directory open(DirectorySettings settings) throws DirectoryUnavailable, UnsafeSettings, LDAPException {
        return Directory.open(settings, folder, Schema.getDefaultStandardSchema(), List.of());
    }

    private String whoAmI(DirectorySettings settings) throws DirectoryUnavailable, UnsafeSettings, LDAPException {
        try (Directory directory = open(settings)) {
            return String.valueOf(((WhoAmIExtendedResult)
                            directory.connection().processExtendedOperation(new WhoAmIExtendedRequest()))
                    .getAuthorizationID());
        }
    }

    @Test
    void bindsWithThePasswordOfTheFile() throws Exception {
        try (Slapd slapd = Slapd.start(folder, Optional.empty())) {
            assertThat(whoAmI(settings("ldap://localhost:" + slapd.port(), false, Optional.empty())))
                    .isEqualTo("dn:cn=admin,o=company");
            assertThat(whoAmI(DirectorySettings.of(DirectoryUrl.of("ldap://localhost:" + slapd.port()))))
                    .isEmpty();
        }
    }

    @Test
    void tellsAWrongPasswordOnceAndNeverShowsIt() throws Exception {
        try (Slapd slapd = Slapd.start(folder, Optional.empty())) {
            String url = "ldap://localhost:" + slapd.port();

            assertThatThrownBy(() -> open(settings(url, false, Optional.empty(), "canary4711")))
                    .isInstanceOf(BadCredentials.class)
                    .hasNoCause()
                    .hasMessage(url + " does not accept the password of cn=admin,o=company: invalid credentials (49)."
                            + " Check the bind DN and the bind password file.");
        }
    }

    @Test
    void trustsTheCertificateOfTheNamedCa() throws Exception {
        TestCertificate ca = TestCertificate.authority(folder);
        TestCertificate certificate = ca.issue(folder, "ldap", "DNS:ldap.mydomain.nl", "DNS:localhost");
        try (Slapd slapd = Slapd.start(folder, Optional.of(certificate))) {
            Optional<Path> trusted = Optional.of(ca.certificate());

            assertThat(whoAmI(settings("ldaps://localhost:" + slapd.tlsPort(), false, trusted)))
                    .isEqualTo("dn:cn=admin,o=company");
            assertThat(whoAmI(settings("ldap://localhost:" + slapd.port(), true, trusted)))
                    .isEqualTo("dn:cn=admin,o=company");
        }
    }

    @Test
    void refusesACertificateOfAnUnknownCa() throws Exception {
        TestCertificate ca = TestCertificate.authority(folder);
        TestCertificate certificate = ca.issue(folder, "localhost", "DNS:localhost");
        try (Slapd slapd = Slapd.start(folder, Optional.of(certificate))) {
            for (DirectorySettings settings : List.of(
                    settings("ldaps://localhost:" + slapd.tlsPort(), false, Optional.empty()),
                    settings("ldap://localhost:" + slapd.port(), true, Optional.empty()))) {
                assertThatThrownBy(() -> open(settings))
                        .isInstanceOf(DirectoryUnavailable.class)
                        .hasMessageStartingWith(settings.url() + " can not be used: ")
                        .hasMessageEndingWith(": unable to find valid certification path to requested target."
                                + " Name the file with the certificate of its CA (PEM) with --ca-file.");
            }
        }
    }

    @Test
    void refusesACertificateForAnotherName() throws Exception {
        TestCertificate ca = TestCertificate.authority(folder);
        TestCertificate certificate = ca.issue(folder, "localhost", "DNS:ldap.mydomain.nl");
        try (Slapd slapd = Slapd.start(folder, Optional.of(certificate))) {
            for (DirectorySettings settings : List.of(
                    settings("ldaps://localhost:" + slapd.tlsPort(), false, Optional.of(ca.certificate())),
                    settings("ldap://localhost:" + slapd.port(), true, Optional.of(ca.certificate())))) {
                assertThatThrownBy(() -> open(settings))
                        .isInstanceOf(DirectoryUnavailable.class)
                        .hasMessageStartingWith(settings.url() + " can not be used: ")
                        .hasMessageEndingWith(
                                ": the certificate is for ldap.mydomain.nl, not for localhost. Use such a name"
                                        + " in the LDAP URL, or give the server a certificate for this one.");
            }
        }
    }

    @Test
    void refusesANameThatStandsInTheSubjectOnly() throws Exception {
        TestCertificate ca = TestCertificate.authority(folder);
        TestCertificate certificate = ca.issue(folder, "localhost");
        try (Slapd slapd = Slapd.start(folder, Optional.of(certificate))) {
            assertThatThrownBy(() -> open(
                            settings("ldaps://localhost:" + slapd.tlsPort(), false, Optional.of(ca.certificate()))))
                    .hasMessageContaining("the certificate has no subjectAltName; make one that names localhost");
        }
    }

    @Test
    void sendsNoPasswordWhenTheServerHasNoTls() throws Exception {
        try (Slapd slapd = Slapd.start(folder, Optional.empty())) {
            assertThatThrownBy(() -> open(settings("ldap://localhost:" + slapd.port(), true, Optional.empty())))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessageContaining("(2)");
        }
    }

    @Test
    void refusesToSendAPasswordInClearTextOverTheNetwork() {
        assertThatThrownBy(() -> open(settings("ldap://192.0.2.1", false, Optional.empty())))
                .isInstanceOf(UnsafeSettings.class)
                .hasMessage("the password of cn=admin,o=company would cross the network to 192.0.2.1 in clear text."
                        + " Use ldaps:// or --start-tls, or --allow-plaintext where the network itself is protected.");
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> open(settings("ldap://localhost:" + port, false, Optional.empty())))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("ldap://localhost:" + port + " can not be used: connect error (91): Connection refused."
                        + " See that the server runs and can be reached, then run the same command again.");
    }

    @Test
    void doesNotWaitForeverForAServerThatIsSilent() throws Exception {
        try (Slapd slapd = Slapd.start(folder, Optional.empty());
                Directory directory = open(settings("ldap://localhost:" + slapd.port(), false, Optional.empty()))) {
            slapd.stop();

            assertThatThrownBy(() -> directory.connection().getEntry("o=company"))
                    .isInstanceOfSatisfying(
                            LDAPException.class,
                            e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.TIMEOUT));
        }
    }

    @Test
    @Timeout(30)
    void doesNotWaitForeverForATlsHandshake() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            DirectorySettings settings =
                    settings("ldaps://localhost:" + silent.getLocalPort(), false, Optional.empty());

            assertThatThrownBy(() -> open(settings))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessage(
                            settings.url() + " can not be used: connect error (91): no TLS handshake with localhost:"
                                    + " it shows no certificate. See that the server runs and can be reached, then run the same"
                                    + " command again.");
        }
    }

    @Test
    @Timeout(30)
    void doesNotWaitForeverForTheHandshakeOfStartTls() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread server = new Thread(() -> agreeToStartTlsAndBeSilent(silent));
            server.start();
            DirectorySettings settings = settings("ldap://localhost:" + silent.getLocalPort(), true, Optional.empty());

            assertThatThrownBy(() -> open(settings))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessageStartingWith(settings.url() + " can not be used: ");
            server.join();
        }
    }

    private static void agreeToStartTlsAndBeSilent(ServerSocket listener) {
        byte[] success = {0x30, 0x0c, 2, 1, 1, 0x78, 7, 0x0a, 1, 0, 4, 0, 4, 0};
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write(success);
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
