package vmail.writer.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DirectoryUnavailable;
import vmail.account.MailBase;
import vmail.store.Maildir;
import vmail.store.Owner;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.Standing;

/** Each change finds its state, another one, or itself done already. */
@SuppressWarnings("NullAway.Init") // before each test
class ChangeTest {

    private static final String DN = "cn=Albert Onestone,ou=Tokelau,o=company";

    @TempDir
    Path folder = Path.of("");

    private Path base;
    private OpenMailBase disk;
    private InMemoryDirectoryServer server;
    private Workbench bench;

    @BeforeEach
    void open() throws IOException, LDAPException, LDIFException {
        base = Files.createDirectory(folder.resolve("vmail"));
        disk = OpenMailBase.open(new MailBase(base), owner());
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=company");
        config.setSchema(null);
        server = new InMemoryDirectoryServer(config);
        server.add("dn: o=company", "objectClass: organization", "o: company");
        server.add("dn: ou=Tokelau,o=company", "objectClass: organizationalUnit", "ou: Tokelau");
        server.add("dn: " + DN, "objectClass: person", "cn: Albert Onestone", "sn: Onestone", "mail: A@mydomain.nl");
        bench = new Workbench(disk, server);
    }

    /** Root has to name one. */
    private static Optional<Owner> owner() throws IOException {
        int me = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return me == 0 ? Optional.of(new Owner(5000, 5000)) : Optional.empty();
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
        server.shutDown(true);
    }

    @Test
    void aModeIsChangedFromTheOneThatWasSeen() throws IOException, DirectoryUnavailable {
        Path maildir = directory("Maildir", "rwxr-xr-x");
        ModeChange change = new ModeChange(maildir, 0755, 0700);

        assertThat(bench.apply(change)).isEqualTo(Applied.DONE);
        assertThat(bench.apply(change)).isEqualTo(Applied.NEEDLESS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(maildir)))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(maildir, PosixFilePermissions.fromString("rwx--x---"));
        assertThat(bench.apply(change)).isEqualTo(Applied.conflict(maildir + " has mode 0710 by now"));
    }

    @Test
    void aModeIsNotChangedThroughALink() throws IOException, DirectoryUnavailable {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(base.resolve("link"), outside);

        assertThat(bench.apply(new ModeChange(base.resolve("link"), 0755, 0700)))
                .isEqualTo(Applied.conflict(base + "/link is a symbolic link to " + outside));
        assertThat(bench.apply(new ModeChange(base.resolve("link/cur"), 0755, 0700)))
                .isEqualTo(Applied.conflict(base + "/link is no directory"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outside)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aMessageIsMovedOnceAndNeverOverAnotherOne() throws IOException, InTheWay, DirectoryUnavailable {
        directory("a", "rwx------");
        directory("b", "rwx------");
        Path from = Files.writeString(base.resolve("a/1.vm"), "one");
        Path to = base.resolve("b/1.vm");
        Move move = new Move(from, to, inode(from));
        Files.writeString(to, "other");

        assertThat(bench.apply(move)).isEqualTo(Applied.conflict(to + " is there already"));
        assertThat(to).hasContent("other");
        Files.delete(to);

        assertThat(bench.apply(move)).isEqualTo(Applied.DONE);
        assertThat(bench.apply(move)).isEqualTo(Applied.NEEDLESS);
        assertThat(to).hasContent("one");
        assertThat(from).doesNotExist();
        assertThat(bench.apply(move.inverse())).isEqualTo(Applied.DONE);
        assertThat(from).hasContent("one");
    }

    @Test
    void aMoveThatWasKilledInTheMiddleIsEnded() throws IOException, InTheWay, DirectoryUnavailable {
        directory("a", "rwx------");
        directory("b", "rwx------");
        Path from = Files.writeString(base.resolve("a/1.vm"), "one");
        Path to = Files.createLink(base.resolve("b/1.vm"), from);
        Move move = new Move(from, to, inode(from));

        assertThat(bench.apply(move)).isEqualTo(Applied.DONE);

        assertThat(from).doesNotExist();
        assertThat(to).hasContent("one");
    }

    @Test
    void anotherMessageOfThatNameStaysWhereItIs() throws IOException, InTheWay, DirectoryUnavailable {
        directory("a", "rwx------");
        Path from = Files.writeString(base.resolve("a/1.vm"), "one");
        Move move = new Move(from, base.resolve("a/2.vm"), inode(from));
        Files.move(from, base.resolve("a/kept"));
        Files.writeString(from, "other");

        assertThat(bench.apply(move)).isEqualTo(Applied.conflict(from + " is another one by now"));
        assertThat(bench.apply(move.inverse())).isEqualTo(Applied.conflict(base + "/a/2.vm is not there"));
    }

    @Test
    void aDirectoryIsMovedWithWhatIsInIt() throws IOException, InTheWay, DirectoryUnavailable {
        directory("a", "rwx------");
        Files.writeString(base.resolve("a/1.vm"), "one");
        Move move = new Move(base.resolve("a"), base.resolve("b"), inode(base.resolve("a")));
        directory("b", "rwx------");

        assertThat(bench.apply(move)).isEqualTo(Applied.conflict(base + "/b is there already"));
        Files.delete(base.resolve("b"));
        assertThat(bench.apply(move)).isEqualTo(Applied.DONE);
        assertThat(base.resolve("b/1.vm")).hasContent("one");
    }

    @Test
    void aLinkIsLedElsewhereFromWhereItLed() throws IOException, DirectoryUnavailable {
        Path link = Files.createSymbolicLink(base.resolve("link"), Path.of("old"));
        LinkChange change = new LinkChange(link, Path.of("old"), Path.of("new"));

        assertThat(bench.apply(change)).isEqualTo(Applied.DONE);
        assertThat(bench.apply(change)).isEqualTo(Applied.NEEDLESS);
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("new"));
        Files.delete(link);
        Files.writeString(link, "mail");
        assertThat(bench.apply(change)).isEqualTo(Applied.conflict(link + " is a file"));
        assertThat(link).hasContent("mail");
    }

    @Test
    void aFileIsRewrittenFromTheContentThatWasSeen() throws IOException, DirectoryUnavailable {
        Path file = base.resolve("shared-maildirs");
        ContentChange made = content(file, null, "one\n");
        ContentChange changed = content(file, "one\n", "two\n");

        assertThat(bench.apply(changed)).isEqualTo(Applied.conflict(file + " is not there"));
        assertThat(bench.apply(made)).isEqualTo(Applied.DONE);
        assertThat(bench.apply(changed)).isEqualTo(Applied.DONE);
        assertThat(file).hasContent("two\n");
        assertThat(bench.apply(changed)).isEqualTo(Applied.NEEDLESS);
        assertThat(bench.apply(made)).isEqualTo(Applied.conflict(file + " has other content by now"));
        assertThat(bench.apply(made.inverse())).isEqualTo(Applied.conflict(file + " has other content by now"));
        assertThat(bench.apply(changed.inverse())).isEqualTo(Applied.DONE);
        assertThat(bench.apply(made.inverse())).isEqualTo(Applied.DONE);
        assertThat(file).doesNotExist();
    }

    private static ContentChange content(Path file, @org.jspecify.annotations.Nullable String before, String after) {
        return new ContentChange(file, Optional.ofNullable(before), Optional.of(after), 0644);
    }

    @Test
    void whatWasMadeIsTakenAwayOnlyWhileItIsEmpty() throws IOException, InTheWay, DirectoryUnavailable {
        Path maildir = base.resolve("albert/Maildir");
        NewItems items = NewItems.missing(disk, List.of(new Maildir(maildir))).orElseThrow();
        assertThat(bench.apply(items)).isEqualTo(Applied.DONE);
        assertThat(NewItems.missing(disk, List.of(new Maildir(maildir)))).isEmpty();
        Files.writeString(maildir.resolve("new/1.vm"), "one");

        assertThat(bench.apply(items.inverse())).isEqualTo(Applied.conflict(maildir + "/new is no longer empty"));
        Files.delete(maildir.resolve("new/1.vm"));
        // killed in the middle of it
        Files.delete(maildir.resolve("tmp"));

        assertThat(bench.apply(items.inverse())).isEqualTo(Applied.DONE);
        assertThat(base.resolve("albert")).doesNotExist();
        assertThat(bench.apply(items.inverse())).isEqualTo(Applied.NEEDLESS);
    }

    @Test
    void aFolderThatOthersUseStays() throws IOException, DirectoryUnavailable {
        NewFolder made = new NewFolder(base.resolve("a"), 0755);
        assertThat(bench.apply(made)).isEqualTo(Applied.DONE);
        assertThat(bench.apply(made)).isEqualTo(Applied.NEEDLESS);
        Files.createDirectory(base.resolve("a/b"));

        assertThat(bench.apply(made.inverse())).isEqualTo(Applied.NEEDLESS);
        assertThat(base.resolve("a/b")).exists();
    }

    @Test
    void valuesAreReplacedInOneRequest() throws IOException, LDAPException, LDIFException, DirectoryUnavailable {
        ValueChange change = new ValueChange(DN, "mail", List.of("A@mydomain.nl"), List.of("a@mydomain.nl"));

        assertThat(bench.apply(change)).isEqualTo(Applied.DONE);
        assertThat(bench.apply(change)).isEqualTo(Applied.NEEDLESS);
        assertThat(server.getEntry(DN).getAttributeValues("mail")).containsExactly("a@mydomain.nl");
        server.modify("dn: " + DN, "changetype: modify", "replace: mail", "mail: b@mydomain.nl");
        assertThat(bench.apply(change)).isEqualTo(Applied.conflict("mail of " + DN + " is [b@mydomain.nl] by now"));
        server.delete(DN);
        assertThat(bench.apply(change)).isEqualTo(Applied.conflict(DN + " is not there"));
    }

    @Test
    void valuesAreAddedAndDeleted() throws IOException, LDAPException, DirectoryUnavailable {
        ValueChange change = new ValueChange(DN, "mail", List.of("A@mydomain.nl"), List.of());

        assertThat(bench.apply(change)).isEqualTo(Applied.DONE);
        assertThat(Optional.ofNullable(server.getEntry(DN)).map(Entry::getAttributes))
                .hasValueSatisfying(
                        all -> assertThat(all).noneMatch(each -> each.getName().equals("mail")));
        assertThat(bench.apply(change.inverse())).isEqualTo(Applied.DONE);
        assertThat(server.getEntry(DN).getAttributeValues("mail")).containsExactly("A@mydomain.nl");
    }

    private Path directory(String name, String mode) throws IOException {
        Path made = Files.createDirectory(base.resolve(name));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(mode));
        return made;
    }

    private long inode(Path path) throws IOException, InTheWay {
        long seen = disk.look(path).map(Standing::inode).orElseThrow();
        assertThat(Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(seen);
        return seen;
    }
}
