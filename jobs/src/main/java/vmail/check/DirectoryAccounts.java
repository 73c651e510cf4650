package vmail.check;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.LdapText;
import vmail.reader.directory.AccountSearchReader;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.directory.SystemLeafReader;

/**
 * What the directory holds before an import. A base that is not there yet holds nothing, which is so on the first import; any
 * other trouble is an incomplete read.
 */
public final class DirectoryAccounts implements LiveAccounts {

    private final LDAPInterface directory;
    private final DN accountBase;
    private final Optional<DN> systemBase;
    private final Optional<DN> bindDn;

    /** @param bindDn who reads; named in messages */
    public DirectoryAccounts(LDAPInterface directory, DN accountBase, Optional<DN> systemBase, Optional<DN> bindDn) {
        this.directory = directory;
        this.accountBase = accountBase;
        this.systemBase = systemBase;
        this.bindDn = bindDn;
    }

    @Override
    public void forEach(Consumer<Candidate> each) throws IncompleteRead {
        if (isThere(accountBase)) {
            new AccountSearchReader(directory, accountBase, bindDn).forEach(each);
        }
    }

    @Override
    public AcceptedDomains domains() throws IncompleteRead {
        if (systemBase.isEmpty() || !isThere(systemBase.get())) {
            return AcceptedDomains.unknown();
        }
        return new SystemLeafReader(directory, systemBase.get(), bindDn).read();
    }

    private boolean isThere(DN dn) throws IncompleteRead {
        try {
            return directory.getEntry(dn.toString(), "1.1") != null;
        } catch (LDAPException e) {
            throw new IncompleteRead("can not read " + dn + ": " + LdapText.of(e) + ". "
                    + LdapText.of(e).remedy());
        }
    }
}
