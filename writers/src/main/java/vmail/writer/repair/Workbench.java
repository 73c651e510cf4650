package vmail.writer.repair;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Set;
import vmail.account.DirectoryUnavailable;
import vmail.store.Errno;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.StoreUnavailable;

/** What changes are made with: the mail base, held open, and the directory. */
public record Workbench(OpenMailBase disk, LDAPInterface directory) {

    /** A matter of one place on disk; all else is one of the file system. */
    private static final Set<String> OF_ONE_PLACE =
            Set.of("Operation not permitted", "Too many levels of symbolic links", "Device or resource busy");

    /**
     * Applies a change, unless it finds another state than it starts from.
     *
     * @throws StoreUnavailable when the file system fails
     * @throws DirectoryUnavailable when the directory does not answer, or takes no changes at all
     */
    public Applied apply(Change change) throws StoreUnavailable, DirectoryUnavailable {
        try {
            return change.apply(this);
        } catch (InTheWay e) {
            return Applied.conflict(e.found());
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            if (isOfOnePlace(e)) {
                return Applied.conflict(Errno.words(e));
            }
            throw StoreUnavailable.at(disk.base().path(), e);
        }
    }

    private static boolean isOfOnePlace(IOException failure) {
        return failure instanceof AccessDeniedException
                || failure instanceof FileAlreadyExistsException
                || failure instanceof DirectoryNotEmptyException
                || failure instanceof AtomicMoveNotSupportedException
                || OF_ONE_PLACE.contains(Errno.words(failure))
                || Errno.words(failure).equals("Invalid cross-device link");
    }
}
