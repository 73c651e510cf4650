package vmail.reader.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The attributes and columns whose values let somebody in, hashed or not, and may be copied nowhere. */
public final class SecretNames {

    /** PINs, and the keys of Kerberos and of Zimbra's preauthentication. */
    private static final Pattern KEY = Pattern.compile("(.*[^a-z])?pin|krb.*key|.*auth.*(key|token).*");

    private final Set<String> further = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param further names that do not read like passwords but are, such as {@code Kennwort} */
    public SecretNames(Collection<String> further) {
        this.further.addAll(further);
    }

    public boolean contains(String name) {
        return further.contains(name) || isSecret(name);
    }

    /** Whether the name itself tells. */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password")
                || lower.contains("passwd")
                || lower.contains("passwort")
                || lower.contains("pwd")
                || lower.contains("secret")
                || lower.equals("pass")
                || lower.startsWith("userpkcs12")
                || lower.startsWith("2.5.4.35")
                || KEY.matcher(lower).matches();
    }
}
