package vmail.fault;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The directory of a healthy mail system: what is above accounts, accepted domains, households. */
record HouseholdEntries(DN accountBase, DN systemBase) {

    private static final String[] PERSON = {"top", "person", "organizationalPerson", "inetOrgPerson", "qmailUser"};

    /** Entries above all others, and the account that gets the mail every domain must take (RFC 5321, RFC 2142). */
    List<Entry> common(Household any) {
        DN organization = accountBase.getParent();
        DN system = systemBase.getParent();
        return List.of(
                container(organization, "organization"),
                container(accountBase, "organizationalUnit"),
                container(system, "organizationalUnit"),
                container(systemBase, "organizationalUnit"),
                domain(systemBase, "nl", Household.ALIAS_DOMAIN),
                domain(systemBase, "nu", Household.DOMAIN),
                postmaster(any));
    }

    List<Entry> of(Household household) {
        DN gazette = household.gazette().dn();
        DN team = household.team().dn();
        return List.of(
                with(person(household.ada(), "active"), "seeAlso", gazette.toString()),
                with(person(household.ben(), "active"), "seeAlso", gazette.toString(), team.toString()),
                with(person(household.cleo(), "active"), "mailAlternateAddress", alias(household.cleo())),
                person(household.dora(), "active"),
                person(household.emil(), "active"),
                person(household.fay(), "inactive"),
                with(
                        account(household.gazette(), "shared"),
                        "postOfficeBox",
                        household.boxes().toArray(String[]::new)),
                account(household.team(), "shared"));
    }

    private static String alias(Member member) {
        return member.uid() + "@" + Household.ALIAS_DOMAIN;
    }

    private static Entry container(DN dn, String objectClass) {
        return new Entry(dn, attribute("objectClass", "top", objectClass), naming(dn));
    }

    static Entry domain(DN systemBase, String top, String... names) {
        DN dn = new DN(new RDN("dc", top), systemBase);
        return new Entry(
                dn,
                attribute("objectClass", "top", "dNSDomain", "domainRelatedObject"),
                naming(dn),
                attribute("associatedDomain", names));
    }

    private Entry postmaster(Household any) {
        String name = "Postmaster";
        Member member = new Member(
                name,
                any.named(new RDN("cn", name)),
                "postmaster",
                "postmaster@" + Household.DOMAIN,
                any.base().path().resolve("postmaster").resolve("Maildir"));
        return with(
                person(member, "active"),
                "mailAlternateAddress",
                "abuse@" + Household.DOMAIN,
                "postmaster@" + Household.ALIAS_DOMAIN,
                "abuse@" + Household.ALIAS_DOMAIN);
    }

    private Entry person(Member member, String status) {
        return with(account(member, status), "userPassword", password(member));
    }

    private Entry account(Member member, String status) {
        return new Entry(
                member.dn(),
                attribute("objectClass", PERSON),
                naming(member.dn()),
                attribute("sn", member.name().substring(member.name().lastIndexOf(' ') + 1)),
                attribute("uid", member.uid()),
                attribute("mail", member.mail()),
                attribute("mailMessageStore", member.storeValue()),
                attribute("accountStatus", status));
    }

    private static Attribute naming(DN dn) {
        RDN rdn = dn.getRDN();
        return attribute(rdn.getAttributeNames()[0], rdn.getAttributeValues()[0]);
    }

    private static Attribute attribute(String name, String... values) {
        return new Attribute(name, values);
    }

    private static Entry with(Entry entry, String attribute, String... values) {
        entry.addAttribute(attribute, values);
        return entry;
    }

    /** Hashed with a salt of its own: no two are alike. */
    static String password(Member member) {
        byte[] salt = Arrays.copyOf(sha1(member.uid().getBytes(StandardCharsets.UTF_8)), 4);
        byte[] word = member.password().getBytes(StandardCharsets.UTF_8);
        byte[] hash = sha1(joined(word, salt));
        return "{SSHA}" + Base64.getEncoder().encodeToString(joined(hash, salt));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
