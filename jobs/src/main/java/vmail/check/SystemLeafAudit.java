package vmail.check;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.directory.SystemLeafReader;
import vmail.rule.DirectoryCheck;
import vmail.rule.DomainCheck;
import vmail.rule.Finding;
import vmail.rule.Rules;
import vmail.settings.Settings;

/** Judges the entries of the system leaf: the domains that Postfix accepts. Nothing where no system base is configured. */
record SystemLeafAudit(Settings settings, LDAPInterface directory, Rules rules) {

    /** @param accounts which has seen all of them by now */
    void run(DirectoryCheck accounts, Consumer<Finding> out) throws IncompleteRead {
        Optional<DN> systemBase = settings.systemBase();
        if (systemBase.isPresent()) {
            DomainCheck domains = rules.domainCheck(accounts);
            new SystemLeafReader(directory, systemBase.get(), settings.bindDn()).forEach(domains::add);
            domains.finish(out);
        }
    }
}
