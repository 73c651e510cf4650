package vmail.writer.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmail.store.Owner;
import vmail.writer.configuration.SlapdConfiguration.Enforcement;

/** The howto's servers. */
final class Servers {

    static final DN ACCOUNT_BASE = dn("ou=Tokelau,o=company");
    static final DN SYSTEM_BASE = dn("ou=postfix,ou=System,o=company");
    static final DN SYSTEM = dn("ou=System,o=company");
    static final Owner VMAIL = new Owner(5000, 5000);

    private Servers() {}

    static DirectoryAccess directory() {
        return new DirectoryAccess("ldap://127.0.0.1:389", false, Optional.empty(), SYSTEM, secret("systemsecret"));
    }

    static DirectoryAccess encrypted(String url, boolean startTls, String caFile) {
        return new DirectoryAccess(url, startTls, Optional.of(Path.of(caFile)), SYSTEM, secret("systemsecret"));
    }

    static PostfixConfiguration postfix(DirectoryAccess directory, Optional<String> storeDomain) {
        return new PostfixConfiguration(
                directory, ACCOUNT_BASE, SYSTEM_BASE, VMAIL, PostfixConfiguration.BESIDE_MAIN_CF, storeDomain);
    }

    static SlapdConfiguration slapd(Enforcement enforcement, Path mailBase) {
        return new SlapdConfiguration(
                dn("o=company"),
                ACCOUNT_BASE,
                SYSTEM,
                dn("cn=admin,o=company"),
                Optional.of(secret("adminsecret")),
                new vmail.account.MailBase(mailBase),
                Path.of("/var/lib/ldap/vmail"),
                Path.of("/run/slapd/slapd.pid"),
                Path.of("/etc/ldap/vmail"),
                enforcement);
    }

    static Secret secret(String password) {
        return Secret.of(password.getBytes(UTF_8));
    }

    static DN dn(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new AssertionError(text, e);
        }
    }

    static String text(ServerConfiguration configuration, String name) {
        return configuration.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** What is no comment. */
    static List<String> lines(ServerConfiguration configuration, String name) {
        return text(configuration, name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
