package vmail.connection;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the directory is: {@code ldap://host[:port]}, {@code ldaps://host[:port]}, or the word {@code embedded}; {@code
 * embedded:unchecked} is one that takes every entry, as {@code slapadd -q} does.
 *
 * @param host a name or an address, an IPv6 address without brackets; when embedded empty or {@code unchecked}
 * @param port 0 when embedded
 */
public record DirectoryUrl(Kind kind, String host, int port) {

    public enum Kind {
        LDAP(389),
        LDAPS(636),
        EMBEDDED(0);

        private final int port;

        Kind(int port) {
            this.port = port;
        }
    }

    public static final DirectoryUrl EMBEDDED = new DirectoryUrl(Kind.EMBEDDED, "", 0);

    /** For what no server takes that looks at its schema. */
    public static final DirectoryUrl UNCHECKED = new DirectoryUrl(Kind.EMBEDDED, "unchecked", 0);

    private static final Pattern URL = Pattern.compile(
            "(ldaps?)://(\\[[0-9A-Fa-f:.]+\\]|[^/?#@:\\[\\]\\s]+)(?::(\\d{1,5}))?/?", Pattern.CASE_INSENSITIVE);

    /**
     * Takes nothing behind the port: base DN, filter and credentials have settings of their own.
     *
     * @throws IllegalArgumentException with what is wrong; never with the text itself when it may hold a password
     */
    public static DirectoryUrl of(String text) {
        String url = text.strip();
        if (url.equalsIgnoreCase("embedded")) {
            return EMBEDDED;
        }
        if (url.equalsIgnoreCase("embedded:unchecked")) {
            return UNCHECKED;
        }
        if (url.contains("@")) {
            throw new IllegalArgumentException("the LDAP URL holds credentials: name the bind DN with --bind-dn"
                    + " and put the password into the file of --bind-password-file");
        }
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not an LDAP URL: %s. Expected ldap://host[:port], ldaps://host[:port] or embedded,".formatted(url)
                            + " without a base DN or filter");
        }
        Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        int port = matcher.group(3) == null ? kind.port : Integer.parseInt(matcher.group(3));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: %d in %s. Expected 1 to 65535".formatted(port, url));
        }
        return new DirectoryUrl(kind, matcher.group(2).replaceAll("[\\[\\]]", ""), port);
    }

    @Override
    public String toString() {
        if (kind == Kind.EMBEDDED) {
            return equals(UNCHECKED) ? "embedded:unchecked" : "embedded";
        }
        String name = host.contains(":") ? "[" + host + "]" : host;
        return kind.name().toLowerCase(Locale.ROOT) + "://" + name + ":" + port;
    }
}
