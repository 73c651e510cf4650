package vmail.connection;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.DuplicateValueBehavior;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFWriter;
import com.unboundid.ldif.TrailingSpaceBehavior;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/**
 * A directory within this process, kept in {@code directory.ldif} of the workspace: for the demo and for trying things.
 *
 * <p>All entries are in memory, some 4 KB each, twice that while they are read; it enforces the schema, has no access rules and no passwords of its own.
 * What was not saved is lost with the process.
 */
final class EmbeddedDirectory implements Directory {

    private final InMemoryDirectoryServer server;
    private final Path file;

    private EmbeddedDirectory(InMemoryDirectoryServer server, Path file) {
        this.server = server;
        this.file = file;
    }

    /** @param schema what entries are checked by; without one all are taken */
    static EmbeddedDirectory open(Path workspace, Optional<Schema> schema, List<DN> bases) throws DirectoryUnavailable {
        Path file = workspace.resolve("directory.ldif");
        try {
            return load(file, schema, bases);
        } catch (LDIFException e) {
            // its message can quote a password
            throw new DirectoryUnavailable(
                    "the embedded directory is damaged: %s, line %d. Restore the file from a copy, or move it away to begin anew."
                            .formatted(file, e.getLineNumber()));
        } catch (LDAPException e) {
            throw new DirectoryUnavailable(
                    "the embedded directory can not be loaded from %s: %s. Restore the file from a copy, or move it away to begin anew."
                            .formatted(file, LdapText.of(e)));
        } catch (IOException e) {
            throw new DirectoryUnavailable("the embedded directory can not be read: %s".formatted(e));
        }
    }

    private static EmbeddedDirectory load(Path file, Optional<Schema> schema, List<DN> bases)
            throws IOException, LDIFException, LDAPException {
        List<DN> kept = topmost(file);
        List<DN> suffixes = Suffixes.of(
                Stream.concat(kept.stream(), bases.stream().map(Suffixes::of)).toList());
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(suffixes.toArray(DN[]::new));
        config.setSchema(schema.orElse(null));
        config.setGenerateOperationalAttributes(false);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        if (!kept.isEmpty()) {
            server.importFromLDIF(true, reader(file));
        }
        return new EmbeddedDirectory(server, file);
    }

    @Override
    public InMemoryDirectoryServer connection() {
        return server;
    }

    /** Whole or not at all: written beside, forced to the disk and renamed. */
    @Override
    public void save() throws IOException {
        Path beside = file.resolveSibling("directory.ldif.new");
        try (FileChannel channel = FileChannel.open(
                beside,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            LDIFWriter writer = new LDIFWriter(Channels.newOutputStream(channel));
            // it makes none itself: what is there was put there
            server.exportToLDIF(writer, false, true, false);
            writer.flush();
            channel.force(true);
        } catch (LDAPException e) {
            throw new IOException("%s can not be written: %s".formatted(beside, LdapText.of(e)));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    /** The entries of the file that have none of the file above them; none when there is no file. */
    private static List<DN> topmost(Path file) throws IOException, LDIFException, LDAPException {
        List<DN> topmost = new ArrayList<>();
        try (LDIFReader reader = reader(file)) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                DN dn = entry.getParsedDN();
                if (topmost.stream().noneMatch(above -> above.isAncestorOf(dn, true))) {
                    topmost.removeIf(below -> dn.isAncestorOf(below, false));
                    topmost.add(dn);
                }
            }
            return topmost;
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static LDIFReader reader(Path file) throws IOException {
        LDIFReader reader = new LDIFReader(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        reader.setDuplicateValueBehavior(DuplicateValueBehavior.RETAIN);
        reader.setTrailingSpaceBehavior(TrailingSpaceBehavior.RETAIN);
        return reader;
    }
}
