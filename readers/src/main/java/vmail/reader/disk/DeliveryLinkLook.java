package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
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

    private DeliveryLinkLook() {}

    static ItemState at(DeliveryLink link, DiskAttributes found) throws IOException {
        Path path = link.path();
        if (found.isDirectory()) {
            return wrong(
                    Kind.NO_LINK,
                    path,
                    path + " is a real directory with " + Messages.in(path).words() + ", expected a link to "
                            + link.target(),
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
}
