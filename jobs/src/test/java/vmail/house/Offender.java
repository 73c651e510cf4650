package vmail.house;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does what nobody may do, so that the rules against it are seen to work. Never runs. */
final class Offender {

    private Offender() {}

    static boolean asksFalsely(Path path) {
        return Files.exists(path)
                || Files.notExists(path)
                || Files.isDirectory(path)
                || Files.isRegularFile(path)
                || Files.isSymbolicLink(path);
    }

    static long oldFile(Path path) {
        return path.toFile().length();
    }

    static Filter filterOfText(String uid) throws LDAPException {
        return Filter.create("(uid=" + uid + ")");
    }

    static void prints(IOException failure) {
        System.out.println("done");
        System.err.println("not done");
        failure.printStackTrace();
        System.exit(1);
    }
}
