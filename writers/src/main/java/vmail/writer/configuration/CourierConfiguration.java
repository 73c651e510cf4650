package vmail.writer.configuration;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vmail.lookup.Lookup;
import vmail.store.Owner;

/** Courier's authentication library asks the directory (howto 3.2): authldaprc, and authdaemonrc so that it asks nobody else. */
public record CourierConfiguration(DirectoryAccess directory, DN accountBase, Owner owner)
        implements ServerConfiguration {

    private static final String GROUP = "courier";
    private static final Pattern MEANS_SOMETHING_TO_A_SHELL = Pattern.compile("[\\s\"'`$\\\\#;&|<>()]");

    @Override
    public List<ConfigurationFile> files() {
        return List.of(
                ConfigurationFile.ofGroup("authldaprc", GROUP, authldaprc()),
                ConfigurationFile.ofGroup("authdaemonrc", GROUP, authdaemonrc()));
    }

    private byte[] authldaprc() {
        return Template.of("authldaprc")
                .with("url", Quoting.line("the LDAP URL", directory.url()))
                .with("start-tls", directory.startTls() ? "1" : "0")
                .with(
                        "reader",
                        Quoting.line("the reader's DN", directory.reader().toString()))
                .with("password", directory.password())
                .with("base", Quoting.line("the account base", accountBase.toString()))
                .with("filter", Lookup.LOGGING_IN)
                .with("uid", String.valueOf(owner.uid()))
                .with("gid", String.valueOf(owner.gid()))
                .filled();
    }

    private byte[] authdaemonrc() {
        String tls = directory.isEncrypted()
                ? directory.caFile().map(CourierConfiguration::certificates).orElse("")
                : "";
        return Template.of("authdaemonrc").with("tls", tls).filled();
    }

    /** For libldap: Courier's start script puts them into the environment of the daemon. */
    private static String certificates(Path caFile) {
        String path = Quoting.line("the CA file", caFile.toString());
        if (MEANS_SOMETHING_TO_A_SHELL.matcher(path).find()) {
            throw new IllegalArgumentException(
                    "the CA file can not be written into authdaemonrc: %s has characters that mean something to a shell"
                            .formatted(path));
        }
        return "\n# Whose certificates the directory's is checked with, ldap.conf(5).\nLDAPTLS_CACERT=%s\nLDAPTLS_REQCERT=demand"
                .formatted(path);
    }
}
