package vmail.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A certificate and its key, made with openssl(1). */
record TestCertificate(Path certificate, Path key) {

    private static final Path PROGRAM = Path.of("/usr/bin/openssl");

    static void assumeInstalled() {
        boolean installed = Files.isExecutable(PROGRAM);
        if ("1".equals(System.getenv("VMAIL_REQUIRE_SERVERS"))) {
            Assertions.assertTrue(installed, "VMAIL_REQUIRE_SERVERS=1, but there is no " + PROGRAM);
        }
        Assumptions.assumeTrue(installed, "SKIPPED: there is no " + PROGRAM);
    }

    static TestCertificate authority(Path folder) throws IOException, InterruptedException {
        return make(folder, "ca", List.of("-subj", "/CN=Our own CA"));
    }

    /** @param alternativeNames as openssl wants them ({@code DNS:localhost}); none for a name in the subject only */
    TestCertificate issue(Path folder, String subject, String... alternativeNames)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("-subj", "/CN=" + subject, "-CA", certificate.toString(), "-CAkey", key.toString()));
        if (alternativeNames.length > 0) {
            arguments.add("-addext");
            arguments.add("subjectAltName=" + String.join(",", alternativeNames));
        }
        return make(folder, "server", arguments);
    }

    private static TestCertificate make(Path folder, String name, List<String> arguments)
            throws IOException, InterruptedException {
        TestCertificate made = new TestCertificate(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-out",
                made.certificate.toString(),
                "-keyout",
                made.key.toString()));
        command.addAll(arguments);
        Path log = folder.resolve("openssl.log");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        Assertions.assertEquals(0, status, Files.readString(log));
        return made;
    }
}
