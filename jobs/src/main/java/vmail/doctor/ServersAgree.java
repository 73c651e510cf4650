package vmail.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmail.account.DirectoryUnavailable;
import vmail.connection.BadCredentials;
import vmail.connection.DirectoryUrl;
import vmail.lookup.Lookup;
import vmail.settings.Settings;

/** Whether a mail server asks the directory of the settings, and whether that one admits it. */
record ServersAgree(Settings settings, ServerVisit visit) {

    /**
     * Whether one of the servers is ours: the same address, and the same port where the same protocol is spoken.
     *
     * @param urls {@code ldap://host:port}, or a bare host, separated by blanks or commas
     * @param port for bare hosts
     */
    boolean isOurs(String urls, String port) {
        return Stream.of(urls.split("[\\s,]+"))
                .filter(url -> !url.isEmpty())
                .map(url -> url.contains("://") ? url : "ldap://" + (url.contains(":") ? url : url + ":" + port))
                .anyMatch(this::isOurs);
    }

    private boolean isOurs(String text) {
        DirectoryUrl ours = settings.directory().orElseThrow().url();
        Optional<DirectoryUrl> theirs = url(text);
        if (theirs.isEmpty() || ours.kind() == DirectoryUrl.Kind.EMBEDDED) {
            return false;
        }
        boolean samePort = theirs.get().kind() != ours.kind() || theirs.get().port() == ours.port();
        return samePort && sameHost(theirs.get().host(), ours.host());
    }

    private static Optional<DirectoryUrl> url(String text) {
        try {
            return Optional.of(DirectoryUrl.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameHost(String one, String other) {
        return one.equalsIgnoreCase(other) || addresses(one).stream().anyMatch(addresses(other)::contains);
    }

    private static Set<List<Byte>> addresses(String host) {
        Set<List<Byte>> addresses = new HashSet<>();
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                // 127.0.0.1 and ::1 are one host
                addresses.add(address.isLoopbackAddress() ? List.of() : bytes(address.getAddress()));
            }
        } catch (UnknownHostException e) {
            // a name that nobody knows is no host of ours
            return Set.of();
        }
        return addresses;
    }

    private static List<Byte> bytes(byte[] address) {
        Byte[] boxed = new Byte[address.length];
        Arrays.setAll(boxed, i -> address[i]);
        return List.of(boxed);
    }

    /**
     * What a mail server does not get when it binds: nothing at all, or not the attribute that answers a lookup.
     *
     * @throws DirectoryUnavailable when it can not be tried
     */
    Trial trial(String bindDn, String password, Set<Lookup> lookups) throws DirectoryUnavailable {
        try {
            List<String> unanswered = visit.as(bindDn, password, theirs -> {
                List<String> all = new ArrayList<>();
                for (Lookup lookup : lookups) {
                    new SampleLookup(settings, lookup)
                            .unanswered(visit.bound().orElseThrow(), theirs)
                            .ifPresent(all::add);
                }
                return all;
            });
            return new Trial(Optional.empty(), unanswered);
        } catch (BadCredentials e) {
            return new Trial(Optional.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    /**
     * What came of it.
     *
     * @param refusal the server's words, when it does not accept DN and password
     * @param unanswered what the DN does not see and vmail does, each in words
     */
    record Trial(Optional<String> refusal, List<String> unanswered) {}
}
