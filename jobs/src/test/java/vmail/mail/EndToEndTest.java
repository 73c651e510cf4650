package vmail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vmail.lab.Imap;
import vmail.lab.MailSystem;
import vmail.lab.Message;
import vmail.lab.Ran;

/** From an empty directory to people who read their mail. */
class EndToEndTest {

    @Test
    void bringsMailToTheHowtosPeople() throws IOException, InterruptedException, LDAPException {
        try (MailSystem system = MailSystem.start()) {

            Ran imported = system.importHowto();

            assertThat(imported.code()).as(imported.toString()).isZero();
            Message message = system.deliver("ao@anotherdomain.nu");
            assertThat(system.copiesOf(message)).containsExactly("albert.onestone/Maildir/new");
            try (Imap imap = system.login("onestonea", "onesecret")) {
                assertThat(imap.messages("INBOX")).singleElement().asString().contains(message.token());
            }
        }
    }
}
