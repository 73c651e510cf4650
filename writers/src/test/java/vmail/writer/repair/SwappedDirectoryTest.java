package vmail.writer.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DirectoryUnavailable;
import vmail.account.MailBase;
import vmail.store.Owner;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;

/** Somebody puts a link to elsewhere in the place of a directory, again and again, while things in it are changed. */
@Timeout(120)
class SwappedDirectoryTest {

    private static final int ROUNDS = 12_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void nothingOutsideIsEverChanged() throws IOException, InterruptedException, DirectoryUnavailable {
        Path base = Files.createDirectory(folder.resolve("vmail"));
        Path outside = tree(folder.resolve("outside"));
        Path store = tree(base.resolve("store"));
        List<String> before = seen(outside);
        AtomicBoolean stop = new AtomicBoolean();
        Thread swapper = new Thread(() -> swap(base, store, outside, stop));
        swapper.start();
        int done = 0;
        try (OpenMailBase disk = OpenMailBase.open(new MailBase(base), owner());
                LDAPConnection nobody = new LDAPConnection()) {
            Workbench bench = new Workbench(disk, nobody);
            for (int i = 0; i < ROUNDS; i++) {
                done += tried(bench, store, i);
            }
        } finally {
            stop.set(true);
            swapper.join();
        }

        assertThat(seen(outside)).isEqualTo(before);
        assertThat(done).as("changes that met the directory itself").isGreaterThan(100);
    }

    private static int tried(Workbench bench, Path store, int i) throws IOException, DirectoryUnavailable {
        List<Change> changes = List.of(
                new ModeChange(store.resolve("cur"), i % 2 == 0 ? 0755 : 0700, i % 2 == 0 ? 0700 : 0755),
                new NewFolder(store.resolve("made" + i), 0700),
                new FolderTaken(store.resolve("made" + (i - 1)), 0700),
                ContentChange.of(
                        store.resolve("file"),
                        Optional.of(new byte[] {(byte) ('0' + i % 2)}),
                        Optional.of(new byte[] {(byte) ('1' - i % 2)}),
                        0644),
                new LinkChange(store.resolve("link"), Path.of("x" + i % 2), Path.of("x" + (i + 1) % 2)),
                new Move(
                        store.resolve("message"), store.resolve("cur/message"), inode(bench, store.resolve("message"))),
                new Move(
                        store.resolve("cur/message"),
                        store.resolve("message"),
                        inode(bench, store.resolve("cur/message"))));
        int done = 0;
        for (Change change : changes) {
            done += bench.apply(change).kind() == Applied.Kind.DONE ? 1 : 0;
        }
        return done;
    }

    private static long inode(Workbench bench, Path path) throws IOException {
        try {
            return bench.disk().look(path).map(found -> found.inode()).orElse(-1L);
        } catch (InTheWay e) {
            return -1;
        }
    }

    private static void swap(Path base, Path store, Path outside, AtomicBoolean stop) {
        Path hidden = base.resolve("hidden");
        try {
            while (!stop.get()) {
                Files.move(store, hidden);
                Files.createSymbolicLink(store, outside);
                Files.delete(store);
                Files.move(hidden, store);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path tree(Path top) throws IOException {
        Files.createDirectories(top.resolve("cur"));
        Files.setPosixFilePermissions(top.resolve("cur"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(top.resolve("file"), "0");
        Files.writeString(top.resolve("message"), "mail");
        Files.createSymbolicLink(top.resolve("link"), Path.of("x0"));
        return top;
    }

    private static List<String> seen(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.sorted().map(SwappedDirectoryTest::line).toList();
        }
    }

    private static String line(Path path) {
        try {
            return path + " "
                    + Files.readAttributes(path, "unix:mode,uid,gid,ino,nlink,ctime,size", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Owner> owner() throws IOException {
        int me = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return me == 0 ? Optional.of(new Owner(5000, 5000)) : Optional.empty();
    }
}
