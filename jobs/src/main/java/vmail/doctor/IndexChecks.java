package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.account.LdapText;
import vmail.account.LiveEntry;
import vmail.lookup.Lookup;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;

/** Whether what the mail servers ask for is indexed, and the index is true; where cn=config is closed, as it usually is, nothing is said. */
record IndexChecks(FullLDAPInterface directory, Settings settings) {

    private static final List<String> ASKED_FOR = List.of("objectClass", "uid", "mail", "mailAlternateAddress");
    private static final Pattern INDEX = Pattern.compile("(?:\\{\\d+\\})?(\\S+)(?:\\s+(.*))?");

    List<Examination> examine() {
        return List.of(current(), indexed());
    }

    private Examination current() {
        SurroundingsRule rule = SurroundingsRule.INDEXES_CURRENT;
        List<Finding> findings = new ArrayList<>();
        try {
            for (Lookup lookup : List.of(Lookup.DOMAIN, Lookup.ALIAS, Lookup.LOGIN)) {
                new SampleLookup(settings, lookup)
                        .notFound(directory)
                        .ifPresent(
                                key -> findings.add(
                                        rule.finding(
                                                new LiveEntry(),
                                                "%s is there, but a search for it finds nothing".formatted(key),
                                                "An index line was added after the entry: stop slapd, run slapindex as slapd's user, start slapd")));
            }
            return Examination.of(rule, findings, "a domain, an address and a login are found");
        } catch (LDAPException e) {
            return Examination.unknown(rule, LdapText.text(e));
        }
    }

    private Examination indexed() {
        SurroundingsRule rule = SurroundingsRule.ATTRIBUTES_INDEXED;
        List<Entry> databases = new ArrayList<>();
        try {
            new Search(directory, new DN(new RDN("cn", "config")))
                    .values(Filter.createPresenceFilter("olcSuffix"), databases::add, "olcSuffix", "olcDbIndex");
        } catch (LDAPException e) {
            return Examination.skipped(rule, "not looked at: cn=config is closed to the bind DN");
        }
        return databases.stream()
                .filter(this::holdsAccounts)
                .findFirst()
                .map(database -> judge(rule, database))
                .orElseGet(() -> Examination.skipped(rule, "not looked at: cn=config is closed to the bind DN"));
    }

    private boolean holdsAccounts(Entry database) {
        for (String suffix : database.getAttributeValues("olcSuffix")) {
            try {
                if (settings.accountBase().orElseThrow().isDescendantOf(new DN(suffix), true)) {
                    return true;
                }
            } catch (LDAPException e) {
                throw new AssertionError("slapd names a database by what is no DN: " + suffix, e);
            }
        }
        return false;
    }

    private static Examination judge(SurroundingsRule rule, Entry database) {
        Set<String> missing = new TreeSet<>(ASKED_FOR);
        String[] lines = database.getAttributeValues("olcDbIndex");
        for (String line : lines == null ? new String[0] : lines) {
            Matcher index = INDEX.matcher(line);
            boolean equality =
                    index.matches() && (index.group(2) == null || index.group(2).contains("eq"));
            if (equality) {
                Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                names.addAll(List.of(index.group(1).split(",")));
                missing.removeIf(names::contains);
            }
        }
        return missing.isEmpty()
                ? Examination.ok(rule, String.join(", ", ASKED_FOR))
                : Examination.problem(
                        rule.finding(
                                new LiveEntry(),
                                "not indexed: %s; each lookup reads all accounts".formatted(String.join(", ", missing)),
                                "Add to the database section of slapd.conf: index %s eq, then stop slapd and run slapindex"
                                        .formatted(String.join(",", missing))),
                        rule);
    }
}
