package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vmail.lab.MailSystem;
import vmail.lab.Message;
import vmail.lab.Outcome;
import vmail.lab.Ran;

/** All three servers with what {@code vmail render all --share-mail --enforce} writes. */
class RenderedMailSystemTest {

    private static final String SEVEN = "cn=Seven of Nine,ou=Tokelau,o=company";
    private static final String COMMON = "albert.onestone@anotherdomain.nu";

    @Test
    void bringsMailToEachAccountThatHasTheAddress() throws IOException, InterruptedException, LDAPException {
        try (MailSystem system = MailSystem.start("--share-mail", "--enforce")) {
            assertThat(system.importHowto().code()).isZero();
            change(system, "mail", COMMON);
            change(system, "mail", COMMON, "seven@anotherdomain.nu");

            Message common = system.deliver(COMMON);
            Message own = system.deliver("seven@anotherdomain.nu");
            Message alias = system.deliver("s.o.9@anotherdomain.nu");
            Message shared = system.deliver("timetravel@anotherdomain.nu");
            Message unknown = system.postfix().send("nobody@anotherdomain.nu");

            assertThat(system.copiesOf(common))
                    .containsExactly("albert.onestone/Maildir/new", "seven.of.nine/Maildir/new");
            assertThat(system.copiesOf(own)).containsExactly("seven.of.nine/Maildir/new");
            assertThat(system.copiesOf(alias)).containsExactly("seven.of.nine/Maildir/new");
            assertThat(system.copiesOf(shared)).containsExactly("shared.maildirs/timetravel.weekly/.incoming/new");
            assertThat(unknown.answer()).startsWith("550 5.1.1 ").contains("User unknown");
            assertThat(system.postfix().outcomes(common))
                    .extracting(Outcome::status)
                    .containsExactly("sent", "sent");
        }
    }

    @Test
    void runsWithoutWarnings() throws IOException, InterruptedException, LDAPException {
        try (MailSystem system = MailSystem.start()) {
            assertThat(system.importHowto().code()).isZero();

            Ran right = system.courier().authtest("-s", "imap", "onestonea", "onesecret");
            Ran shared = system.courier().authtest("-s", "imap", "incoming");
            system.deliver(COMMON);

            assertThat(right.code()).isZero();
            assertThat(right.out())
                    .contains("Authenticated: onestonea ")
                    .contains("Home Directory: " + system.site().mailBase() + "/albert.onestone/Maildir/")
                    .contains("Maildir: " + system.site().mailBase() + "/albert.onestone/Maildir/");
            assertThat(shared.code()).isNotZero();
            assertThat(system.courier().log()).doesNotContain("ERR", "WARN", "not found");
            assertThat(system.postfix().log()).doesNotContain("warning:", "fatal:", "error:");
        }
    }

    private static void change(MailSystem system, String attribute, String... values) throws LDAPException {
        try (LDAPConnection admin = system.slapd().connection()) {
            admin.modify(SEVEN, new Modification(ModificationType.REPLACE, attribute, values));
        }
    }
}
