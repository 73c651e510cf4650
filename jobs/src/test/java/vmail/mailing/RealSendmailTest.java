package vmail.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.MailSystem;
import vmail.lab.Program;
import vmail.lab.Ran;

/** The mail goes through Postfix and into the maildir of an administrator, who is one of the howto's people. */
class RealSendmailTest {

    @Test
    void arrives() throws IOException, InterruptedException, LDAPException {
        Program.SENDMAIL.assumeInstalled();
        try (MailSystem system = MailSystem.start()) {
            system.importHowto();
            Path sendmail = system.site()
                    .file(
                            "sendmail",
                            "#!/bin/sh\nMAIL_CONFIG=%s exec %s \"$@\"\n"
                                    .formatted(system.postfix().configuration(), Program.SENDMAIL.path()));
            Files.setPosixFilePermissions(sendmail, PosixFilePermissions.fromString("rwxr-xr-x"));

            Ran audit = system.reading(Cli.here())
                    .run(
                            "audit",
                            "--look-twice=0",
                            "--mail-to=albert.onestone@anotherdomain.nu",
                            "--sendmail=" + sendmail);

            assertThat(audit.err()).isEmpty();
            String message = Files.readString(
                    system.awaitMessageIn(system.site().mailBase().resolve("albert.onestone/Maildir")));
            String[] parts = message.split("\n\n", 2);
            assertThat(parts[0])
                    .contains(
                            "\nTo: albert.onestone@anotherdomain.nu\n",
                            "\nSubject: vmail audit: ",
                            "\nAuto-Submitted: auto-generated",
                            "\nMIME-Version: 1.0\n");
            assertThat(new String(Base64.getMimeDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .isEqualTo(audit.out());
        }
    }
}
