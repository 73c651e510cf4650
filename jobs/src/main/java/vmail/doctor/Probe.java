package vmail.doctor;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.lookup.Lookup;
import vmail.reader.configuration.FilterTemplate;

/**
 * Accounts that show what a filter finds and what it misses, whatever it looks like: order, case and further conditions do not
 * matter, only the answer does. {@link Lookup} tells the answer that is right.
 *
 * @param what who they are, for messages: {@code aliases of shared accounts}
 * @param needed whether mail needs a right answer to be found; a wrong one is never right to be found
 */
record Probe(String what, Entry account, String key, boolean needed) {

    static final String MAIL = "albert.onestone@anotherdomain.nu";
    static final String ALIAS = "a.onestone@anotherdomain.nu";
    static final String UID = "onestonea";
    private static final String DOMAIN = "anotherdomain.nu";
    private static final String UUID = "6fb2ab1a-9cd5-103e-8a55-0f3b5e1b2c3d";

    /**
     * What is wrong with a filter, in words; empty when nothing is.
     *
     * @throws IllegalArgumentException when the text is no filter
     */
    static Optional<String> difference(List<Probe> probes, Lookup lookup, FilterTemplate configured) {
        List<String> missed = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Probe probe : probes) {
            boolean expected = matches(lookup.filter(probe.key), probe.account);
            boolean actual = matches(configured.with(probe.key), probe.account);
            if (expected && !actual && probe.needed) {
                missed.add(probe.what);
            } else if (!expected && actual) {
                found.add(probe.what);
            }
        }
        List<String> words = new ArrayList<>();
        if (!missed.isEmpty()) {
            words.add("does not find " + String.join(", ", missed));
        }
        if (!found.isEmpty()) {
            words.add("finds " + String.join(", ", found));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    static boolean matches(Filter filter, Entry entry) {
        try {
            return filter.matchesEntry(entry);
        } catch (LDAPException e) {
            // an approximate or extensible match, which is not evaluated here, is not what Lookup asks
            return false;
        }
    }

    /** For addresses: Postfix asks the mailbox table for main addresses only, after the alias table has answered. */
    static List<Probe> ofAddresses(boolean mailNeeded, boolean aliasNeeded) {
        List<Probe> probes = new ArrayList<>();
        for (String status : List.of("active", "shared", "inactive", "")) {
            String who = status.isEmpty() ? "accounts without accountStatus" : status + " accounts";
            probes.add(new Probe(who, account(status), MAIL, mailNeeded));
            probes.add(new Probe("aliases of " + who, account(status), ALIAS, aliasNeeded));
        }
        probes.add(new Probe("accounts of other addresses", account("active"), "somebody.else@" + DOMAIN, true));
        return probes;
    }

    static List<Probe> ofLogins() {
        List<Probe> probes = new ArrayList<>();
        for (String status : List.of("active", "shared", "inactive", "")) {
            String who = status.isEmpty() ? "accounts without accountStatus" : status + " accounts";
            probes.add(new Probe(who, account(status), UID, true));
        }
        return probes;
    }

    static List<Probe> ofDomains() {
        Entry leaf = new Entry("dc=nu,ou=postfix,ou=System,o=company");
        leaf.addAttribute("objectClass", "dNSDomain", "domainRelatedObject");
        leaf.addAttribute("dc", "nu");
        leaf.addAttribute("associatedDomain", DOMAIN);
        return List.of(
                new Probe("an accepted domain", leaf, DOMAIN, true),
                new Probe("domains of others", leaf, "example.org", true));
    }

    /** What the mailbox table must find where aliases lead to {@code entryUUID@domain}: who receives, by nothing else. */
    static Optional<String> differenceByUuid(FilterTemplate configured, String domain) {
        List<String> missed = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Probe probe : ofAddresses(true, true)) {
            boolean receives = matches(Lookup.ALIAS.filter(probe.key), probe.account);
            boolean actual = matches(configured.with(UUID + "@" + domain), probe.account);
            if (receives && !actual) {
                missed.add(probe.what);
            } else if (!receives && actual && probe.key.equals(MAIL)) {
                found.add(probe.what);
            }
        }
        if (matches(configured.with("0" + "@" + domain), account("active"))) {
            found.add("accounts of other addresses");
        }
        if (missed.isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                missed.isEmpty() ? "finds " + String.join(", ", found) : "does not find accounts by %u, the entryUUID");
    }

    private static Entry account(String status) {
        Entry entry = new Entry("cn=Albert Onestone,ou=Tokelau,o=company");
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson", "qmailUser");
        entry.addAttribute("cn", "Albert Onestone");
        entry.addAttribute("sn", "Onestone");
        entry.addAttribute("givenName", "Albert");
        entry.addAttribute("ou", "Tokelau");
        entry.addAttribute("uid", UID);
        entry.addAttribute("mail", MAIL);
        entry.addAttribute("mailAlternateAddress", ALIAS);
        entry.addAttribute("mailMessageStore", "/vmail/albert.onestone/Maildir/");
        entry.addAttribute("userPassword", "{SSHA}");
        entry.addAttribute("entryUUID", UUID);
        if (!status.isEmpty()) {
            entry.addAttribute("accountStatus", status);
        }
        return entry;
    }
}
