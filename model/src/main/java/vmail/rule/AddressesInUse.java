package vmail.rule;

import java.util.Locale;
import java.util.stream.Stream;
import vmail.account.Candidate;

/**
 * In which domains accounts have addresses, and which of these have a postmaster, in memory that grows with the domains only.
 * An inactive account has none: Postfix does not find it.
 */
final class AddressesInUse {

    private static final String POSTMASTER = "postmaster";

    private final LongSet domains = new LongSet();
    private final LongSet postmasters = new LongSet();
    private boolean postmasterEverywhere;

    void add(Candidate account) {
        if (!account.isInactive()) {
            Stream.of("mail", "mailAlternateAddress")
                    .flatMap(attribute -> account.values(attribute).stream())
                    .forEach(this::add);
        }
    }

    private void add(String value) {
        String address = value.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 0) {
            // Postfix looks for the bare name in every accepted domain (virtual(5))
            postmasterEverywhere |= address.equals(POSTMASTER);
            return;
        }
        long domain = hash(address.substring(at + 1));
        domains.add(domain);
        // with nothing in front of the @ it is every name that nobody has
        if (at == 0 || address.substring(0, at).equals(POSTMASTER)) {
            postmasters.add(domain);
        }
    }

    boolean isUsed(String domain) {
        return domains.contains(hash(domain));
    }

    boolean hasPostmaster(String domain) {
        return postmasterEverywhere || postmasters.contains(hash(domain));
    }

    private static long hash(String domain) {
        return Hash.of("DOMAIN", domain);
    }
}
