package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;

/**
 * An account of a household.
 *
 * @param name its cn
 * @param store its maildir; of a shared account its delivery link
 */
public record Member(String name, DN dn, String uid, String mail, Path store) {

    /** {@code mailMessageStore} as it must be. */
    String storeValue() {
        return store + "/";
    }

    /** In clear text, for whoever wants to log in. */
    String password() {
        return new StringBuilder(uid).reverse().toString();
    }

    /** The directory that the store is in. */
    Path home() {
        return store.resolveSibling("");
    }

    /** Of a person: who reads which shared folders. */
    Path subscriptions() {
        return store.resolve("shared-maildirs");
    }

    /** Of a shared account: what Courier calls it for its readers. */
    String nick() {
        return name.replace(' ', '_');
    }
}
