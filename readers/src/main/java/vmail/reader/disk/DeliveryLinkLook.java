package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.store.DeliveryLink;
import vmail.store.DiskAttributes;
import vmail.store.Fault;
import vmail.store.Fault.Kind;
import vmail.store.ItemState;
import vmail.store.ItemState.Present;
import vmail.store.ItemState.Wrong;
import vmail.store.Repair;

/** What stands where a delivery link belongs. Whether its target is there is a question about another item. */
final class DeliveryLinkLook {

    /** Nobody needs to know exactly how many messages more there are. */
    private static final int ENOUGH = 10_000;

    private DeliveryLinkLook() {}

    static ItemState at(DeliveryLink link, DiskAttributes found) throws IOException {
        Path path = link.path();
        if (found.isDirectory()) {
            return wrong(
                    Kind.NO_LINK,
                    path,
                    path + " is a real directory with " + messages(path) + ", expected a link to " + link.target(),
                    Repair.realDirectory(link));
        }
        if (!found.isLink()) {
            return wrong(
                    Kind.NO_LINK,
                    path,
                    path + " is " + found.kind() + ", expected a link to " + link.target(),
                    Repair.moveAside(path));
        }
        Path target = Files.readSymbolicLink(path);
        // a relative link to the right place works as well
        if (path.resolveSibling(target).normalize().equals(link.target())) {
            return new Present();
        }
        return wrong(
                leadsToDirectory(path) ? Kind.TARGET : Kind.NO_TARGET,
                path,
                path + " points to " + new DiskPath(target) + ", expected " + link.target(),
                Repair.point(link));
    }

    /** False for a dangling link, a loop, a link to a file: Postfix can not deliver there. */
    private static boolean leadsToDirectory(Path link) throws IOException {
        try {
            return Files.readAttributes(link, BasicFileAttributes.class).isDirectory();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            return false;
        }
    }

    private static ItemState wrong(Kind kind, Path path, String found, String remedy) {
        return new Wrong(List.of(new Fault(kind, path, found, remedy)));
    }

    private static String messages(Path directory) throws IOException {
        int count = count(directory.resolve("new")) + count(directory.resolve("cur"));
        return count == 0
                ? "no mail"
                : count == 1 ? "1 message" : count + (count < ENOUGH ? "" : " or more") + " messages";
    }

    private static int count(Path directory) throws IOException {
        Optional<DiskAttributes> found = Disk.look(directory);
        if (found.isEmpty() || !found.get().isDirectory()) {
            return 0;
        }
        try (DirectoryStream<Path> names = Files.newDirectoryStream(directory)) {
            int count = 0;
            for (Iterator<Path> i = names.iterator(); count < ENOUGH && i.hasNext(); i.next()) {
                count++;
            }
            return count;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
