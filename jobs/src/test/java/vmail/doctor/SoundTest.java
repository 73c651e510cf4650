package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

class SoundTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "--share-mail"})
    void nothingIsWrongWithWhatVmailRenders(String option) throws IOException, InterruptedException, LDAPException {
        String[] options = option.isEmpty() ? new String[0] : new String[] {option};
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Patient sound = Patient.admit(site, slapd, options);
            String rendered = Files.readString(sound.folder().resolve("slapd/slapd.conf"));
            Files.writeString(
                    site.slapd().resolve("slapd.conf"),
                    rendered.replaceFirst(
                                    "(?m)^directory .*",
                                    "directory " + site.slapd().resolve("db"))
                            .replaceFirst(
                                    "(?m)^pidfile .*", "pidfile " + site.slapd().resolve("slapd.pid"))
                            .replaceFirst(
                                    "(?m)^rootdn .*", "rootdn cn=admin,o=company\nrootpw " + Slapd.ADMIN_PASSWORD));
            slapd.kill();
            index(site.slapd().resolve("slapd.conf"));
            slapd.restart();

            Ran ran = sound.examine(options);

            assertThat(ran.out()).doesNotContain("problem  ").doesNotContain("unknown  ");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
        }
    }

    private static void index(Path configuration) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/usr/sbin/slapindex", "-q", "-f", configuration.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
