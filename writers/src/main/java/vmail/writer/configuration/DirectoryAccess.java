package vmail.writer.configuration;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the mail servers reach the directory and as whom they read (howto 1.9: anonymous may only authenticate).
 *
 * @param url {@code ldap://host:port} or {@code ldaps://host:port}
 * @param caFile certificates (PEM) that the server's is checked with; where none is named those of libldap's ldap.conf(5)
 * @param reader the system leaf, {@code ou=System,o=company}
 */
public record DirectoryAccess(String url, boolean startTls, Optional<Path> caFile, DN reader, Secret password) {

    boolean isEncrypted() {
        return startTls || url.startsWith("ldaps:");
    }
}
