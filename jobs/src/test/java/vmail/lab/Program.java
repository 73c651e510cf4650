package vmail.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of the system that tests start or compare with; where one is missing the test is skipped, unless VMAIL_REQUIRE_SERVERS=1. */
public enum Program {
    SLAPD("/usr/sbin/slapd", "slapd"),
    SLAPTEST("/usr/sbin/slaptest", "slapd"),
    MAILDIRMAKE("/usr/bin/maildirmake.courier", "courier-base"),
    STRACE("/usr/bin/strace", "strace"),
    POSTFIX("/usr/sbin/postfix", "postfix"),
    POSTFIX_LDAP("/usr/lib/postfix/postfix-ldap.so", "postfix-ldap"),
    POSTCONF("/usr/sbin/postconf", "postfix"),
    POSTMAP("/usr/sbin/postmap", "postfix"),
    POSTQUEUE("/usr/sbin/postqueue", "postfix"),
    POSTSUPER("/usr/sbin/postsuper", "postfix"),
    SENDMAIL("/usr/sbin/sendmail", "postfix"),
    IMAPD("/usr/bin/imapd", "courier-imap"),
    COURIERTCPD("/usr/sbin/couriertcpd", "courier-base"),
    IMAPLOGIN("/usr/lib/courier/courier/imaplogin", "courier-imap"),
    AUTHDAEMOND("/usr/lib/courier/courier-authlib/authdaemond", "courier-authdaemon"),
    AUTHTEST("/usr/sbin/authtest", "courier-authdaemon"),
    SYSTEMD_ANALYZE("/usr/bin/systemd-analyze", "systemd"),
    CHROMIUM("/usr/bin/chromium", "chromium"),
    CHROMEDRIVER("/usr/bin/chromedriver", "chromium-driver"),
    UNSHARE("/usr/bin/unshare", "util-linux");

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
        assume(
                Files.isReadable(path),
                "there is no " + path + " (Debian: apt install --no-install-recommends " + debianPackage + ")");
    }

    /** Postfix's master and what hands mail to the mail owner have to be started by root. */
    static void assumeRoot() {
        assume(MailOwner.isRoot(), "the mail servers can be started by root only");
    }

    /** Where a skip is a failure, a machine is there for the tests only. */
    static void assumeMayOverwrite(Path folder) {
        assume(isRequired(), "unshare --mount is forbidden here, and " + folder + " is not for tests");
    }

    private static boolean isRequired() {
        return "1".equals(System.getenv("VMAIL_REQUIRE_SERVERS"));
    }

    private static void assume(boolean given, String otherwise) {
        if (isRequired()) {
            assertTrue(given, "VMAIL_REQUIRE_SERVERS=1, but " + otherwise);
        }
        assumeTrue(given, "SKIPPED: " + otherwise);
    }
}
