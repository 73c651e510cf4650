package vmail.writer.repair;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
        return guarded(() -> {
            Applied now = change.look(this);
            return now.kind() == Applied.Kind.READY ? change.act(this) : now;
        });
    }

    /** Looks what would become of a change, and touches nothing; errors as in {@link #apply}. */
    public Applied look(Change change) throws StoreUnavailable, DirectoryUnavailable {
        return guarded(() -> change.look(this));
    }

    private Applied guarded(Step step) throws StoreUnavailable, DirectoryUnavailable {
        try {
            return step.take();
        } catch (InTheWay e) {
            return Applied.conflict(e.found());
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            // moved or replaced since it was looked at, closed, or on another file system
            if (isOfOnePlace(e)) {
                return Applied.conflict(Errno.words(e));
            }
            throw StoreUnavailable.at(disk.base().path(), e);
        }
    }

    private static boolean isOfOnePlace(IOException failure) {
        return failure instanceof AccessDeniedException
                || failure instanceof FileAlreadyExistsException
                || failure instanceof NoSuchFileException
                || failure instanceof NotDirectoryException
                || failure instanceof DirectoryNotEmptyException
                || failure instanceof AtomicMoveNotSupportedException
                || OF_ONE_PLACE.contains(Errno.words(failure))
                || Errno.words(failure).equals("Invalid cross-device link");
    }

    private interface Step {
        Applied take() throws IOException, InTheWay, DirectoryUnavailable;
    }
}
