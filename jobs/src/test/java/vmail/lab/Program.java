package vmail.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of the system that tests compare with; where one is missing the test is skipped, unless VMAIL_REQUIRE_SERVERS=1. */
public enum Program {
    SLAPD("/usr/sbin/slapd", "slapd"),
    MAILDIRMAKE("/usr/bin/maildirmake.courier", "courier-base"),
    STRACE("/usr/bin/strace", "strace");

    private final Path path;
    private final String debianPackage;

    Program(String path, String debianPackage) {
        this.path = Path.of(path);
        this.debianPackage = debianPackage;
    }

    public Path path() {
        return path;
    }

    public void assumeInstalled() {
        boolean installed = Files.isExecutable(path);
        if ("1".equals(System.getenv("VMAIL_REQUIRE_SERVERS"))) {
            assertTrue(installed, "VMAIL_REQUIRE_SERVERS=1, but there is no " + path);
        }
        assumeTrue(installed, "SKIPPED: there is no " + path + " (Debian: apt install " + debianPackage + ")");
    }
}
