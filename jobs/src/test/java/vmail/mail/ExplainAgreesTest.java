package vmail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmail.explain.PostfixMaps;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.MailSystem;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.Slapd;
import vmail.lookup.Lookup;
import vmail.reader.directory.AccountLookup;

/** What vmail explains is what the real Postfix and Courier find, for the howto's accounts and for faulty ones beside them. */
class ExplainAgreesTest {

    private static final DN COMPANY = new DN(new RDN("o", "company"));
    private static final DN TOKELAU = new DN(new RDN("ou", "Tokelau"), COMPANY);
    private static final DN POSTFIX =
            new DN(new RDN("ou", "postfix"), new RDN("ou", "System"), new RDN("o", "company"));

    /** name, uid, status, then mail values, and aliases behind a {@code +}. */
    private static final List<List<String>> FAULTY = List.of(
            List.of(
                    "Two Mails",
                    "two",
                    "active",
                    "two@anotherdomain.nu",
                    "zwei@anotherdomain.nu",
                    "+2@anotherdomain.nu"),
            List.of("Same One", "one", "active", "same@anotherdomain.nu"),
            List.of("Same Two", "other", "active", "same@anotherdomain.nu"),
            List.of("Team One", "team1", "active", "team1@anotherdomain.nu", "+team@anotherdomain.nu"),
            List.of("Team Two", "team2", "active", "team2@anotherdomain.nu", "+team@anotherdomain.nu"),
            List.of("Plain", "plain", "active", "plain@anotherdomain.nu", "+alien@anotherdomain.nu"),
            List.of("Alien", "alien", "active", "alien@anotherdomain.nu", "+plain@anotherdomain.nu"),
            List.of("Gone", "gone", "inactive", "gone@anotherdomain.nu"),
            List.of("Odd", "odd", "disabled", "odd@anotherdomain.nu"),
            List.of("Out", "out", "active", "out@elsewhere.nl", "+out@anotherdomain.nu"),
            List.of("Twin One", "twin", "active", "twin1@anotherdomain.nu"),
            List.of("Twin Two", "TWIN", "active", "twin2@anotherdomain.nu"),
            List.of("Twin Three", "twin3", "active", "twin3@anotherdomain.nu"),
            List.of("Twin Four", "twin3", "inactive", "twin4@anotherdomain.nu"),
            List.of("Strange", "strange*", "active", "a*(b)\\c&d|e@anotherdomain.nu", "+'\"x@anotherdomain.nu"),
            List.of("Bare", "bare", "active", "bare", "+@testdomain.nu"));

    private static final List<String> UNKNOWN = List.of(
            "nobody@anotherdomain.nu",
            "*@anotherdomain.nu",
            "albert.onestone@elsewhere.nl",
            "ALBERT.ONESTONE@anotherdomain.nu",
            "whoever@testdomain.nu",
            "bare@anotherdomain.nu");

    @Test
    void aboutEveryAddressAndEveryLogin() throws Exception {
        try (MailSystem system = MailSystem.start()) {
            assertThat(system.importHowto().code()).isZero();
            addFaulty(system);

            for (String address : addresses(system)) {
                agreesAboutMaps(system, address);
                agreesLive(system, address);
            }
            for (String uid : values(system, "uid")) {
                agreesAboutLogin(system, uid);
            }
            agreesAboutLogin(system, "nobody");
            agreesAboutLogin(system, "one*");
        }
    }

    @Test
    void aboutMailThatSeveralAccountsShare() throws Exception {
        try (MailSystem system = MailSystem.start("--share-mail")) {
            assertThat(system.importHowto().code()).isZero();
            addFaulty(system);

            for (String address : List.of(
                    "same@anotherdomain.nu",
                    "team@anotherdomain.nu",
                    "zwei@anotherdomain.nu",
                    "plain@anotherdomain.nu",
                    "out@anotherdomain.nu",
                    "gone@anotherdomain.nu",
                    "timetravel@anotherdomain.nu")) {
                agreesLive(system, address, "--share-mail");
            }
        }
    }

    @Test
    void saysWherePostfixAnswersOtherwise() throws Exception {
        try (MailSystem system = MailSystem.start()) {
            assertThat(system.importHowto().code()).isZero();
            Ran changed =
                    system.postfix().run(Program.POSTCONF, "-e", "virtual_alias_maps =", "mydestination = localhost");
            assertThat(changed.code()).isZero();

            Ran ran = live(system, "ao@anotherdomain.nu");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(lastPart(ran).list("steps"))
                    .extracting(step -> step.text("asked") + ": " + step.text("answer"))
                    .containsExactly(
                            "domain anotherdomain.nu: differs: Postfix says none of ours, by the directory it"
                                    + " is ours. Compare main.cf and its maps with `vmail render postfix`",
                            "virtual_alias_maps ao@anotherdomain.nu: differs: Postfix says nothing, by the directory it is"
                                    + " albert.onestone@anotherdomain.nu. Compare main.cf and its maps with `vmail render"
                                    + " postfix`",
                            "virtual_alias_maps albert.onestone@anotherdomain.nu: differs: Postfix says nothing, by the"
                                    + " directory it is albert.onestone@anotherdomain.nu. Compare main.cf and its maps with"
                                    + " `vmail render postfix`",
                            "virtual_mailbox_maps albert.onestone@anotherdomain.nu: the same: "
                                    + system.site().mailBase() + "/albert.onestone/Maildir/");
        }
    }

    private static void agreesAboutMaps(MailSystem system, String address) throws Exception {
        try (LDAPConnection connection = system.slapd().connection(Slapd.SYSTEM, Slapd.SYSTEM_PASSWORD)) {
            PostfixMaps maps =
                    new PostfixMaps(new AccountLookup(connection, TOKELAU, Optional.of(POSTFIX), Optional.empty()));
            String folder = "ldap:" + system.postfix().configuration() + "/vmail/";

            assertThat(sorted(maps.ask(Lookup.ALIAS, address).joined()))
                    .as("alias %s", address)
                    .isEqualTo(sorted(postmap(system, address, folder + "aliases.cf")));
            assertThat(sorted(maps.ask(Lookup.MAILBOX, address).joined()))
                    .as("mailbox %s", address)
                    .isEqualTo(sorted(postmap(system, address, folder + "mailboxes.cf")));
            String domain = address.substring(address.indexOf('@') + 1);
            assertThat(maps.ask(Lookup.DOMAIN, domain).joined())
                    .isEqualTo(postmap(system, domain, folder + "domains.cf"));
        }
    }

    private static String postmap(MailSystem system, String key, String map) throws Exception {
        Ran ran = system.postfix().postmap(key, map);
        assertThat(ran.err()).isEmpty();
        return ran.out().strip();
    }

    /** The same through the command line, which finds the maps by main.cf. */
    private static void agreesLive(MailSystem system, String address, String... options) throws Exception {
        Ran ran = live(system, address, options);

        Json live = lastPart(ran);
        assertThat(live.text("title")).isEqualTo("Postfix itself");
        assertThat(live.list("steps"))
                .as(address)
                .isNotEmpty()
                .allSatisfy(step ->
                        assertThat(step.text("outcome")).as(step.toString()).isEqualTo("fine"));
        assertThat(ran.code()).as(ran.toString()).isIn(0, 1);
    }

    private static Ran live(MailSystem system, String address, String... options) throws Exception {
        return system.reading(Cli.here())
                .with(options)
                .run(
                        "explain",
                        "address:" + address,
                        "--live",
                        "--postfix-config=" + system.postfix().configuration(),
                        "--format=json");
    }

    private static Json lastPart(Ran ran) {
        List<Json> parts = Json.of(ran.out()).list("parts");
        return parts.get(parts.size() - 1);
    }

    private static void agreesAboutLogin(MailSystem system, String uid) throws Exception {
        Ran theirs = system.courier().authtest("-s", "imap", uid);
        Json ours = Json.of(system.reading(Cli.here())
                .run("explain", "uid:" + uid, "--format=json")
                .out());

        Json login = ours.list("parts").get(0).list("steps").get(0);
        assertThat(login.text("answer").startsWith("is cn="))
                .as("%s: %s, %s", uid, theirs, ours)
                .isEqualTo(theirs.code() == 0);
        if (theirs.code() == 0) {
            String store =
                    ours.list("parts").get(0).list("steps").get(1).text("asked").replaceFirst("^store ", "");
            assertThat(theirs.out() + theirs.err()).contains("Home Directory: " + store + "\n");
        }
    }

    private static void addFaulty(MailSystem system) throws Exception {
        try (LDAPConnection connection = system.slapd().connection()) {
            for (List<String> each : FAULTY) {
                Entry entry = new Entry(new DN(new RDN("cn", each.get(0)), TOKELAU));
                entry.addAttribute("objectClass", "inetOrgPerson", "qmailUser");
                entry.addAttribute("sn", each.get(0));
                entry.addAttribute("uid", each.get(1));
                entry.addAttribute("accountStatus", each.get(2));
                entry.addAttribute("userPassword", "{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu");
                entry.addAttribute(
                        "mailMessageStore",
                        system.site().mailBase() + "/" + each.get(0).replace(' ', '.') + "/Maildir/");
                for (String address : each.subList(3, each.size())) {
                    boolean alias = address.startsWith("+");
                    entry.addAttribute(alias ? "mailAlternateAddress" : "mail", alias ? address.substring(1) : address);
                }
                connection.add(entry);
            }
        }
    }

    private static Set<String> addresses(MailSystem system) throws Exception {
        Set<String> all = new LinkedHashSet<>(UNKNOWN);
        Stream.of(values(system, "mail"), values(system, "mailAlternateAddress"))
                .flatMap(Set::stream)
                .filter(address -> address.contains("@"))
                .forEach(all::add);
        return all;
    }

    private static Set<String> values(MailSystem system, String attribute) throws Exception {
        Set<String> all = new LinkedHashSet<>();
        for (Entry entry : system.slapd().entries()) {
            String[] values = entry.getAttributeValues(attribute);
            if (values != null) {
                all.addAll(Arrays.asList(values));
            }
        }
        return all;
    }

    private static List<String> sorted(String joined) {
        List<String> parts = new ArrayList<>(List.of(joined.split(",")));
        parts.sort(null);
        return parts;
    }
}
