package vmail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.cli.ReadmeText;
import vmail.lab.Cli;
import vmail.lab.MailSystem;
import vmail.lab.Ran;

/** The commands that README.md shows for servers find a sound system sound. */
class ReadmeOnServersTest {

    @Test
    void showsCommandsThatWork() throws IOException, InterruptedException, LDAPException {
        ReadmeText readme = ReadmeText.read();
        List<String> commands = readme.commandsOnServers();
        try (MailSystem system = MailSystem.start()) {
            assertThat(system.importHowto().code()).isZero();
            Path settings = system.site().file("vmail.properties", here(readme.settings(), system));

            for (String command : commands) {
                Ran ran = Cli.here().run(arguments(command, settings, system));

                assertThat(ran.code()).as(command + "\n" + ran).isZero();
            }
        }
        assertThat(commands).hasSize(6);
    }

    private static String here(String settings, MailSystem system) {
        return settings.replace("ldap://localhost", system.slapd().url())
                .replace("/etc/vmail/ldap.password", system.site().folder() + "/admin.password")
                .replace("=/vmail", "=" + system.site().mailBase())
                .replace("=vmail", "=5000:5000")
                .replace("/var/lib/vmail", system.site().workspace().toString());
    }

    private static String[] arguments(String command, Path settings, MailSystem system) {
        Path folder = system.site().folder();
        return command.replace("./vmail ", "")
                .replace("vmail.properties", settings.toString())
                .replace("/etc/vmail/system.password", folder + "/system.password")
                .replace("/etc/vmail/rendered", folder + "/from-readme")
                .replace("/etc/postfix", system.postfix().configuration().toString())
                .replace("/etc/courier", system.courier().configuration().toString())
                .replace("explain /vmail/", "explain " + system.site().mailBase() + "/")
                .split(" ", -1);
    }
}
