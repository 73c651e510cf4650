package vmail.rule;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.MailBase;
import vmail.account.Origin;
import vmail.account.SourceLine;

/** The howto's three accounts (1.7), without the howto's own mistakes, to be changed by tests. */
record Howto(String dn, Map<String, List<String>> attributes, Origin origin) {

    static final MailBase BASE = MailBase.of("/vmail");

    static final DN ACCOUNT_BASE = new DN(new RDN("ou", "Tokelau"), new RDN("o", "company"));
    static final DN SYSTEM_BASE = new DN(new RDN("ou", "postfix"), new RDN("ou", "System"), new RDN("o", "company"));
    static final AcceptedDomains DOMAINS =
            AcceptedDomains.of(List.of("testdomain.nu", "anotherdomain.nu", "mydomain.nl"), Optional.of(SYSTEM_BASE));

    static Howto albert() {
        return person("Albert", "Onestone", 1)
                .with("uid", "onestonea")
                .with("mail", "albert.onestone@anotherdomain.nu")
                .with("mailAlternateAddress", "a.onestone@anotherdomain.nu", "ao@anotherdomain.nu")
                .with("mailMessageStore", "/vmail/albert.onestone/Maildir/")
                .with("accountStatus", "active ")
                .with("seeAlso", "cn=Timetravel weekly,ou=Tokelau,o=company");
    }

    static Howto seven() {
        return person("Seven", "Nine", 20)
                .named("cn=Seven of Nine,ou=Tokelau,o=company")
                .with("cn", "Seven of Nine")
                .with("userPassword", "{SSHA}YzESbr0oTLUXnOU9PXAlE3Npl7RzYWwx")
                .with("uid", "nines")
                .with("mail", "seven.of.nine@anotherdomain.nu")
                .with("mailAlternateAddress", "s.o.9@anotherdomain.nu")
                .with("mailMessageStore", "/vmail/seven.of.nine/Maildir/")
                .with("accountStatus", "active")
                .with("seeAlso", "cn=Timetravel weekly, ou=Tokelau, o=company");
    }

    static Howto timetravel() {
        return person("Timetravel", "weekly", 40)
                .without("userPassword")
                .with("uid", "incoming")
                .with("mail", "timetravel@anotherdomain.nu")
                .with("mailMessageStore", "/vmail/shared/timetravel.weekly/incoming/")
                .with("accountStatus", "shared")
                .with("postOfficeBox", "past.editions", "future.editions");
    }

    Howto named(String other) {
        return new Howto(other, attributes, origin);
    }

    Howto with(String attribute, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(attributes);
        changed.put(attribute, List.of(values));
        return new Howto(dn, changed, origin);
    }

    Howto without(String attribute) {
        Map<String, List<String>> changed = new LinkedHashMap<>(attributes);
        changed.remove(attribute);
        return new Howto(dn, changed, origin);
    }

    Howto at(int line) {
        return new Howto(dn, attributes, new SourceLine("accounts.ldif", line));
    }

    Howto live() {
        return new Howto(dn, attributes, new LiveEntry());
    }

    Candidate candidate() {
        List<Attribute> all = new ArrayList<>();
        attributes.forEach((name, values) -> all.add(new Attribute(name, values)));
        return new Candidate(new ReadOnlyEntry(dn, all), origin);
    }

    /** What a rule for all accounts says of some. */
    static List<Finding> findings(DirectoryRule rule, Howto... accounts) {
        DirectoryCheck check = new DirectoryCheck(BASE, List.of(rule), UnaryOperator.identity());
        List<Candidate> candidates =
                List.of(accounts).stream().map(Howto::candidate).toList();
        List<Finding> findings = new ArrayList<>();
        candidates.forEach(check::first);
        candidates.forEach(candidate -> check.second(candidate, findings::add));
        check.finish(findings::add);
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule.id()))
                .toList();
    }

    private static Howto person(String given, String last, int line) {
        String cn = given + " " + last;
        return new Howto("cn=" + cn + ",ou=Tokelau,o=company", Map.of(), new SourceLine("accounts.ldif", line))
                .with("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson", "qmailUser")
                .with("cn", cn)
                .with("givenName", given)
                .with("sn", last)
                .with("ou", "Tokelau")
                .with("userPassword", "{SSHA}NmgmIslP2YQiTGOPQMlsKHfmNE9zYWx0");
    }
}
