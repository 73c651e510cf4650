package vmail.repair;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.Optional;
import vmail.settings.Settings;
import vmail.writer.repair.Quarantine;
import vmail.writer.store.OpenMailBase;

/**
 * Directory and disk of a run that repairs.
 *
 * @param into where a plan shall bring mail: a DN or the path of a maildir
 */
record Site(
        Settings settings,
        LDAPInterface directory,
        OpenMailBase disk,
        LiveLayouts accounts,
        Quarantine quarantine,
        Optional<String> into) {}
