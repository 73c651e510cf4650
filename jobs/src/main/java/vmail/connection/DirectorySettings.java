package vmail.connection;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach the directory and who asks.
 *
 * @param bindDn empty for anonymous
 * @param bindPasswordFile goes with the bind DN
 * @param caFile certificates (PEM) to trust instead of those of the JVM
 * @param allowPlaintext whether a password may cross the network unencrypted
 * @param connectTimeout for TCP and TLS
 * @param responseTimeout for one answer
 */
public record DirectorySettings(
        DirectoryUrl url,
        Optional<DN> bindDn,
        Optional<Path> bindPasswordFile,
        boolean startTls,
        Optional<Path> caFile,
        boolean allowPlaintext,
        Duration connectTimeout,
        Duration responseTimeout) {

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    public static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);

    public DirectorySettings {
        if (url.kind() != DirectoryUrl.Kind.EMBEDDED && bindDn.isPresent() != bindPasswordFile.isPresent()) {
            throw new IllegalArgumentException("--bind-dn and --bind-password-file go together, give both or none");
        }
        if (startTls && url.kind() != DirectoryUrl.Kind.LDAP) {
            throw new IllegalArgumentException("StartTLS goes with an ldap:// URL, not with " + url);
        }
    }

    /** Anonymous, with the usual time-outs. */
    public static DirectorySettings of(DirectoryUrl url) {
        return new DirectorySettings(
                url,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                CONNECT_TIMEOUT,
                RESPONSE_TIMEOUT);
    }

    boolean isEncrypted() {
        return startTls || url.kind() == DirectoryUrl.Kind.LDAPS;
    }
}
