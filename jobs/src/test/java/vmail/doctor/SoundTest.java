package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Json;
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

            Ran ran = sound.examine(options);

            assertThat(ran.out()).doesNotContain("problem  ").doesNotContain("unknown  ");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
            Ran json = sound.examine("--format=json");
            assertThat(Json.of(json.out()).text("command")).isEqualTo("doctor");
        }
    }
}
