package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import java.nio.file.Path;
import java.util.Optional;
import vmail.account.MailBase;

/** Where a fault is made: a household, the directory it is in and the disk. */
public final class Scene {

    private final FaultKind kind;
    private final Household household;
    private final DN systemBase;
    private final LDAPInterface directory;
    private final ScratchDisk disk;

    /** @param systemBase above accepted domains */
    public Scene(FaultKind kind, Household household, DN systemBase, LDAPInterface directory, ScratchDisk disk) {
        this.kind = kind;
        this.household = household;
        this.systemBase = systemBase;
        this.directory = directory;
        this.disk = disk;
    }

    Household household() {
        return household;
    }

    MailBase base() {
        return household.base();
    }

    ScratchDisk disk() {
        return disk;
    }

    /** What the audit says of an account. */
    Seeded at(Member member) {
        return at(member.dn());
    }

    Seeded at(DN dn) {
        return new Seeded(kind.rule(), kind.effect(), Optional.of(dn), Optional.empty());
    }

    /** What it says of something on disk that an account must have. */
    Seeded at(Member member, Path place) {
        return new Seeded(kind.rule(), kind.effect(), Optional.of(member.dn()), Optional.of(place));
    }

    /** What it says of something on disk that is no account's. */
    Seeded at(Path place) {
        return new Seeded(kind.rule(), kind.effect(), Optional.empty(), Optional.of(place));
    }

    /** Adds values. */
    void add(Member member, String attribute, String... values) throws LDAPException {
        modify(member, ModificationType.ADD, attribute, values);
    }

    /** Puts values in the place of those that are there. */
    void replace(Member member, String attribute, String... values) throws LDAPException {
        modify(member, ModificationType.REPLACE, attribute, values);
    }

    /** Takes an attribute away; given values, only these. */
    void delete(Member member, String attribute, String... values) throws LDAPException {
        modify(member, ModificationType.DELETE, attribute, values);
    }

    void replace(DN dn, String attribute, String... values) throws LDAPException {
        directory.modify(dn.toString(), new Modification(ModificationType.REPLACE, attribute, values));
    }

    /** Accepts mail for more domains, in an entry that is named after the family. */
    DN domain(String... names) throws LDAPException {
        Entry entry = HouseholdEntries.domain(systemBase, household.topLevel(), names);
        directory.add(entry);
        return entry.getParsedDN();
    }

    private void modify(Member member, ModificationType how, String attribute, String... values) throws LDAPException {
        directory.modify(member.dn().toString(), new Modification(how, attribute, values));
    }

    void rename(Member member, RDN name) throws LDAPException {
        directory.modifyDN(member.dn().toString(), name.toString(), true);
    }

    void remove(Member member) throws LDAPException {
        directory.delete(member.dn().toString());
    }
}
