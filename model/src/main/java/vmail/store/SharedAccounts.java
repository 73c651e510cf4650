package vmail.store;

import com.unboundid.ldap.sdk.DN;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vmail.account.SharedAccount;

/** All shared accounts by DN; few compared with people, hence kept in memory. */
public final class SharedAccounts {

    private final Map<DN, SharedAccount> byDn = new HashMap<>();

    public void add(SharedAccount account) {
        byDn.put(account.dn(), account);
    }

    public void remove(DN dn) {
        byDn.remove(dn);
    }

    public Optional<SharedAccount> find(DN dn) {
        return Optional.ofNullable(byDn.get(dn));
    }

    public Collection<SharedAccount> all() {
        return byDn.values();
    }
}
