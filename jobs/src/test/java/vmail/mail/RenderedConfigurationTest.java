package vmail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.MailSystem;
import vmail.lab.Message;
import vmail.lab.Outcome;
import vmail.lab.Program;
import vmail.lab.Ran;

/** What {@code vmail render} writes is taken by the real servers as it is, without a warning, and brings mail to people. */
class RenderedConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "--enforce", "--share-mail", "--enforce --share-mail"})
    void isTakenWithoutAWarning(String options) throws IOException, InterruptedException, LDAPException {
        try (MailSystem system = MailSystem.start(options.isEmpty() ? new String[0] : options.split(" ", -1))) {
            Ran imported = system.importHowto();
            assertThat(imported.code()).as(imported.toString()).isZero();

            Message message = system.deliver("ao@anotherdomain.nu");

            assertThat(system.postfix().outcomes(message))
                    .singleElement()
                    .extracting(Outcome::status, Outcome::text)
                    .containsExactly("sent", "delivered to maildir");
            assertThat(system.copiesOf(message)).containsExactly("albert.onestone/Maildir/new");
            assertThat(system.courier().authtest("-s", "imap", "onestonea", "onesecret"))
                    .extracting(Ran::code, Ran::err)
                    .containsExactly(0, "");
            assertThat(system.slapd().test()).isEqualTo(new Ran(0, "", "config file testing succeeded\n"));
            assertThat(system.postfix().check()).isEqualTo(new Ran(0, "", ""));
            assertThat(system.postfix().run(Program.POSTCONF).err()).isEmpty();
            assertThat(complaints(system)).isEmpty();
        }
    }

    @Test
    void tellsCourierWhoPeopleAreAndWhereTheirMailIs() throws IOException, InterruptedException, LDAPException {
        try (MailSystem system = MailSystem.start()) {
            system.importHowto();

            Ran albert = system.courier().authtest("-s", "imap", "onestonea");

            assertThat(albert.err().isEmpty() ? albert.out() : albert.err())
                    .isEqualTo("""
                            Authentication succeeded.

                                 Authenticated: onestonea  (uid 5000, gid 5000)
                                Home Directory: %1$s/albert.onestone/Maildir/
                                       Maildir: %1$s/albert.onestone/Maildir/
                                         Quota: (none)
                            Encrypted Password: {SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu
                            Cleartext Password: (none)
                                       Options: (none)
                            """.formatted(system.site().mailBase()));
            assertThat(system.courier().authtest("-s", "imap", "incoming").code())
                    .isNotZero();
            assertThat(system.courier()
                            .authtest("-s", "imap", "albert.onestone@anotherdomain.nu")
                            .code())
                    .isNotZero();
        }
    }

    private static List<String> complaints(MailSystem system) throws IOException {
        return List.of(system.postfix().log(), system.courier().log()).stream()
                .flatMap(String::lines)
                .filter(line -> line.matches(".*\\b(?i:warning|error|fatal|panic)\\b.*"))
                .toList();
    }
}
