package vmail.account;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entry that wants to be an account: the one shape of CSV rows, LDIF records and live directory entries, so that one
 * set of rules judges import, migration and audit.
 *
 * <p>Values are as they were read, blanks and duplicates included; rules judge them. The DN is syntactically right.
 *
 * @param losses what the record of an older system had and the entry has not
 * @param oldStore where that system keeps the mail, as its record says it
 * @param stamps of a live entry, where it was read with them; no part of the entry, which the schema judges
 */
public record Candidate(ReadOnlyEntry entry, Origin origin, List<Loss> losses, Optional<String> oldStore, Stamps stamps)
        implements Input {

    private static final Set<String> ACCOUNTS = namesOf("qmailUser");

    private static final Set<String> LISTS = namesOf(
            "qmailGroup",
            "groupOfNames",
            "groupOfUniqueNames",
            "mailGroup",
            "inetMailGroup",
            "kolabGroupOfNames",
            "nisMailAlias");

    /** Entries that stand for others or for the server's own; what else they hold is not theirs. */
    private static final Set<String> STAND_INS =
            namesOf("referral", "alias", "subentry", "ldapSubentry", "collectiveAttributeSubentry", "subschema");

    private static final Set<String> CONTAINERS =
            namesOf("organization", "organizationalUnit", "dcObject", "domain", "locality", "country", "dNSDomain");

    /** @throws IllegalArgumentException when the DN can not be parsed */
    public Candidate {
        losses = List.copyOf(losses);
        try {
            entry.getParsedDN();
        } catch (LDAPException e) {
            throw new IllegalArgumentException("not a DN: " + entry.getDN(), e);
        }
    }

    /** A record that is in this system's own form, so that nothing is lost. */
    public Candidate(ReadOnlyEntry entry, Origin origin) {
        this(entry, origin, List.of(), Optional.empty(), Stamps.NONE);
    }

    /** A record of an older system. */
    public Candidate(ReadOnlyEntry entry, Origin origin, List<Loss> losses, Optional<String> oldStore) {
        this(entry, origin, losses, oldStore, Stamps.NONE);
    }

    /** The DN as it was written. */
    public String dn() {
        return entry.getDN();
    }

    public DN parsedDn() {
        try {
            return entry.getParsedDN();
        } catch (LDAPException e) {
            throw new AssertionError("checked in the constructor: " + entry.getDN(), e);
        }
    }

    /** Whether a text is its DN, however it is written. */
    public boolean isCalled(String text) {
        try {
            return parsedDn().equals(new DN(text));
        } catch (LDAPException e) {
            return false;
        }
    }

    /** All values of an attribute, options of the attribute ({@code ;lang-nl}) not counted; none is an empty list. */
    public List<String> values(String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    public Optional<String> first(String attribute) {
        return values(attribute).stream().findFirst();
    }

    /** Empty when missing, unknown or given more than once. */
    public Optional<AccountStatus> status() {
        List<String> status = values("accountStatus");
        return status.size() == 1 ? AccountStatus.of(status.get(0)) : Optional.empty();
    }

    /** Whether it gets no mail and lets nobody in; of a shared account that waits for its cut-over only this can be told. */
    public boolean isInactive() {
        return status().filter(AccountStatus.INACTIVE::equals).isPresent();
    }

    /** By object class and, where that does not tell, by what the entry holds. */
    public RecordKind kind() {
        if (hasClass(STAND_INS)) {
            return RecordKind.OTHER;
        }
        if (hasClass(ACCOUNTS) || entry.hasAttribute("mailMessageStore") || entry.hasAttribute("accountStatus")) {
            return status().filter(AccountStatus.SHARED::equals).isPresent() ? RecordKind.SHARED : RecordKind.PERSONAL;
        }
        if (entry.hasAttribute("associatedDomain")) {
            return RecordKind.DOMAIN;
        }
        if (hasClass(LISTS)) {
            return entry.hasAttribute("mail") ? RecordKind.LIST : RecordKind.OTHER;
        }
        if (hasClass(CONTAINERS)) {
            return RecordKind.CONTAINER;
        }
        return entry.hasAttribute("mail") || entry.hasAttribute("uid") ? RecordKind.PERSONAL : RecordKind.OTHER;
    }

    private boolean hasClass(Set<String> names) {
        String[] classes = entry.getObjectClassValues();
        if (classes != null) {
            for (String objectClass : classes) {
                if (names.contains(objectClass)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether {@link #kind} is an account of either sort. */
    public boolean isAccount() {
        RecordKind kind = kind();
        return kind == RecordKind.PERSONAL || kind == RecordKind.SHARED;
    }

    private static Set<String> namesOf(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
