package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vmail.account.SourceLine;

/** What must be known of all records before one becomes an account: lists, shared accounts and their readers, names that are not one's own. */
public final class Survey {

    /** Nothing known: every record stands for itself. */
    public static final Survey NONE = new Survey();

    private final Map<String, List<String>> aliases = new HashMap<>();
    private final Set<SourceLine> expressed = new HashSet<>();
    private final Map<String, List<String>> shared = new HashMap<>();
    private final Set<String> sharedNames = new HashSet<>();
    private final Set<String> domains = new HashSet<>();

    Survey() {}

    /** The words under which lists and shared folders may name an account. */
    static Set<String> keys(Fields fields, Collection<String> uid, Collection<String> mail) {
        Set<String> keys = new LinkedHashSet<>();
        fields.dn().map(Survey::key).ifPresent(keys::add);
        uid.forEach(value -> keys.add(key(value)));
        mail.forEach(value -> keys.add(key(value)));
        return keys;
    }

    /** Of a member as a list names it: a DN, an address or a uid. */
    static String key(String member) {
        String text = member.strip();
        if (text.indexOf('=') > 0 && DN.isValidDN(text)) {
            try {
                return key(new DN(text));
            } catch (com.unboundid.ldap.sdk.LDAPException e) {
                throw new AssertionError("looked at before: " + text, e);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String key(DN dn) {
        return "dn:" + dn.toNormalizedString();
    }

    void alias(String member, String address) {
        aliases.computeIfAbsent(key(member), key -> new ArrayList<>(1)).add(address);
    }

    void domain(String name) {
        domains.add(key(name));
    }

    /** The words that name an account; those that are addresses tell a domain. */
    void account(Set<String> keys) {
        keys.forEach(key -> domains.add(domainOf(key)));
    }

    /** Whether an address would be one of this system: its domain is that of an alias, or of any account. */
    boolean isLocal(String address, String alias) {
        String domain = domainOf(address);
        return domain.isEmpty() || domain.equals(domainOf(alias)) || domains.contains(domain);
    }

    private static String domainOf(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : key(address.substring(at + 1));
    }

    void expressed(SourceLine list) {
        expressed.add(list);
    }

    void reader(String account, String sharedName) {
        shared.computeIfAbsent(key(account), key -> new ArrayList<>(1)).add(sharedName);
    }

    void sharedName(String cn) {
        sharedNames.add(key(cn));
    }

    /** Addresses of lists that the account gets as aliases. */
    List<String> aliases(Set<String> keys) {
        return all(aliases, keys);
    }

    /** Names of shared accounts that the account reads. */
    List<String> sharedFor(Set<String> keys) {
        return all(shared, keys);
    }

    boolean isExpressed(SourceLine list) {
        return expressed.contains(list);
    }

    /** Whether several accounts have this name and shall get another. */
    boolean isSharedName(String cn) {
        return sharedNames.contains(key(cn));
    }

    private static List<String> all(Map<String, List<String>> map, Set<String> keys) {
        Set<String> found = new LinkedHashSet<>();
        keys.forEach(key -> found.addAll(map.getOrDefault(key, List.of())));
        return List.copyOf(found);
    }
}
