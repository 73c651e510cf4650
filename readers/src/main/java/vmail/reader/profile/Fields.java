package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vmail.reader.source.RawRecord;

/** The values of one record by the names that a profile uses; what stands under several names is one attribute. */
final class Fields {

    /** {@code 4+}: the fourth cell and all behind it. */
    private static final Pattern FROM_POSITION = Pattern.compile("[1-9][0-9]{0,2}\\+");

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,5}");

    private final RawRecord raw;
    private final Names names;
    private final Optional<String> defaultDomain;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> classes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    Fields(RawRecord raw, Names names, Optional<String> defaultDomain) {
        this.raw = raw;
        this.names = names;
        this.defaultDomain = defaultDomain;
        for (String name : raw.values().names()) {
            List<String> known = values.computeIfAbsent(key(names.canonical(name)), key -> new ArrayList<>(1));
            for (String value : raw.values().of(name)) {
                if (!known.contains(value)) {
                    known.add(value);
                }
            }
        }
        values.getOrDefault("objectclass", List.of()).forEach(each -> classes.add(each.strip()));
    }

    RawRecord raw() {
        return raw;
    }

    Names names() {
        return names;
    }

    /** None is an empty list. */
    List<String> values(String attribute) {
        List<String> found = values.get(key(names.canonical(attribute)));
        if (found != null) {
            return found;
        }
        if (FROM_POSITION.matcher(attribute).matches()) {
            return fromPosition(Integer.parseInt(attribute.substring(0, attribute.length() - 1)));
        }
        if (attribute.startsWith("dn:")) {
            return above(attribute.substring("dn:".length())).stream().toList();
        }
        return switch (attribute) {
            case "default-domain" -> defaultDomain.stream().toList();
            case "rdn" -> rdn().stream().map(rdn -> rdn.getAttributeValues()[0]).toList();
            default -> List.of();
        };
    }

    private List<String> fromPosition(int first) {
        return raw.values().names().stream()
                .filter(name -> POSITION.matcher(name).matches() && Integer.parseInt(name) >= first)
                .flatMap(name -> raw.values().of(name).stream())
                .toList();
    }

    boolean has(String attribute) {
        return values(attribute).stream().anyMatch(value -> !value.isBlank());
    }

    boolean hasClass(Collection<String> any) {
        return any.stream().anyMatch(classes::contains);
    }

    boolean isBelow(DN base) {
        return dn().filter(dn -> endsWith(dn.getRDNs(), base.getRDNs())).isPresent();
    }

    Optional<DN> dn() {
        try {
            return raw.dn().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DN(raw.dn().get()));
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    /** The value of an attribute of the name that names the record. */
    Optional<String> naming(String attribute) {
        return rdn().filter(rdn -> rdn.hasAttribute(attribute)).map(rdn -> valueOf(rdn, attribute));
    }

    private Optional<RDN> rdn() {
        return dn().map(DN::getRDN);
    }

    private Optional<String> above(String attribute) {
        return dn().stream()
                .flatMap(dn -> java.util.Arrays.stream(dn.getRDNs()).skip(1))
                .filter(rdn -> rdn.hasAttribute(attribute))
                .map(rdn -> valueOf(rdn, attribute))
                .findFirst();
    }

    private static String valueOf(RDN rdn, String attribute) {
        for (int i = 0; i < rdn.getAttributeNames().length; i++) {
            if (rdn.getAttributeNames()[i].equalsIgnoreCase(attribute)) {
                return rdn.getAttributeValues()[i];
            }
        }
        throw new AssertionError("asked before: " + attribute);
    }

    private static boolean endsWith(RDN[] name, RDN[] base) {
        for (int i = 1; i <= base.length; i++) {
            if (i >= name.length || !name[name.length - i].equals(base[base.length - i])) {
                return false;
            }
        }
        return true;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
