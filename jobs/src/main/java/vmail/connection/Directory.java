package vmail.connection;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;

/** An open directory; whoever uses it need not know whether it is a server or the embedded one. */
public sealed interface Directory extends AutoCloseable permits EmbeddedDirectory, ServerDirectory {

    /**
     * Opens and, for a server, binds; nothing is read yet.
     *
     * @param workspace where the embedded directory is kept; must exist
     * @param schema what the embedded directory enforces
     * @param bases account base and system base: the embedded directory takes entries below their suffixes
     * @throws UnsafeSettings a password would cross the network in clear text, or others can read its file
     * @throws BadCredentials the server knows no such bind DN and password
     * @throws DirectoryUnavailable not reachable, or not the server its certificate should name
     * @throws IllegalArgumentException a file of the settings is missing or empty
     */
    static Directory open(DirectorySettings settings, Path workspace, Schema schema, List<DN> bases)
            throws DirectoryUnavailable, UnsafeSettings {
        return settings.url().kind() == DirectoryUrl.Kind.EMBEDDED
                ? EmbeddedDirectory.open(
                        workspace,
                        settings.url().equals(DirectoryUrl.UNCHECKED) ? Optional.empty() : Optional.of(schema),
                        bases)
                : ServerDirectory.open(settings);
    }

    /** A pool when it is a server: readers and writers then use connections of it side by side. */
    FullLDAPInterface connection();

    /**
     * Keeps the embedded directory for the next command; does nothing for a server.
     *
     * @throws IOException when it can not be written; the file of before is then unchanged
     */
    void save() throws IOException;

    /** Does not save. */
    @Override
    void close();
}
