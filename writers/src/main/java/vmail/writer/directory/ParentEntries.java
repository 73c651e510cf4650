package vmail.writer.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/**
 * The entries that accounts and accepted domains hang below: the account base, the system base and what is above them.
 *
 * <p>Those that are missing can be made when they are named by {@code o}, {@code ou}, {@code dc} or {@code c}; they get
 * the object class of that name and nothing else. Nothing is made above the suffix of the server's database.
 */
public final class ParentEntries {

    private static final Map<String, String> OBJECT_CLASSES =
            Map.of("o", "organization", "ou", "organizationalUnit", "dc", "domain", "c", "country");

    private final LDAPInterface connection;
    private final EntryPlanner planner;

    public ParentEntries(LDAPInterface connection) {
        this.connection = connection;
        this.planner = new EntryPlanner(connection, new ContainerComparison());
    }

    /** The base and what is above it, as far as absent, the topmost first. */
    public List<DN> missing(DN base) throws DirectoryUnavailable {
        List<DN> suffixes = suffixes();
        Deque<DN> missing = new ArrayDeque<>();
        for (DN dn = base; dn != null && !dn.isNullDN(); dn = dn.getParent()) {
            if (planner.read(List.of(dn.toString())).get(0).isPresent()) {
                break;
            }
            missing.addFirst(dn);
            if (suffixes.contains(dn)) {
                break;
            }
        }
        return List.copyOf(missing);
    }

    /** @throws DirectoryUnavailable naming the topmost entry that is missing */
    public void require(DN base) throws DirectoryUnavailable {
        List<DN> missing = missing(base);
        if (!missing.isEmpty()) {
            throw missing(missing.get(0).toString());
        }
    }

    /**
     * Makes what {@link #missing} tells.
     *
     * @throws DirectoryUnavailable also when no object class can be told from the name
     * @throws IOException when a change can not be noted; then it was not made
     */
    public List<Outcome> create(DN base, ChangeLog log) throws DirectoryUnavailable, IOException {
        List<ReadOnlyEntry> entries = new ArrayList<>();
        for (DN dn : missing(base)) {
            entries.add(entry(dn));
        }
        return new ContainerWriter(connection, log, true).write(entries);
    }

    static DirectoryUnavailable missing(String dn) {
        return new DirectoryUnavailable(
                "%s is not in the directory, or hidden from this bind DN. Check the base DN, or let it be made with --create-parents."
                        .formatted(dn));
    }

    /** How many names the DN has; 0 when it is none. */
    static int depth(String dn) {
        try {
            return new DN(dn).getRDNs().length;
        } catch (LDAPException e) {
            return 0;
        }
    }

    private static ReadOnlyEntry entry(DN dn) throws DirectoryUnavailable {
        RDN name = dn.getRDN();
        String attribute = name.getAttributeNames()[0].toLowerCase(Locale.ROOT);
        String objectClass = OBJECT_CLASSES.get(attribute);
        if (objectClass == null || name.isMultiValued()) {
            throw new DirectoryUnavailable(
                    "%s is not in the directory and can not be made: only o=, ou=, dc= and c= are.".formatted(dn)
                            + " Add the entry with ldapadd(1).");
        }
        return new ReadOnlyEntry(
                dn, new Attribute("objectClass", objectClass), new Attribute(attribute, name.getAttributeValues()[0]));
    }

    private List<DN> suffixes() throws DirectoryUnavailable {
        try {
            RootDSE root = connection.getRootDSE();
            String[] contexts = root == null ? null : root.getNamingContextDNs();
            List<DN> suffixes = new ArrayList<>();
            for (String context : contexts == null ? new String[0] : contexts) {
                suffixes.add(new DN(context));
            }
            return suffixes;
        } catch (LDAPException e) {
            LdapText answer = LdapText.of(e);
            if (answer.code().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)
                    || answer.code().equals(ResultCode.NO_SUCH_OBJECT)) {
                return List.of();
            }
            throw new DirectoryUnavailable(
                    "the directory does not tell its naming contexts: %s. %s.".formatted(answer, answer.remedy()));
        }
    }
}
