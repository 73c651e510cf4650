package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** Each thing that is wrong with the configuration of the mail servers is found, and nothing beside it. */
class DoctorTest {

    private static @Nullable Site site;
    private static @Nullable Slapd slapd;
    private static @Nullable Patient sound;

    @BeforeAll
    static void admit() throws IOException, InterruptedException, LDAPException {
        Site opened = Site.open();
        site = opened;
        Slapd started = Slapd.start(opened.slapd());
        slapd = started;
        sound = Patient.admit(opened, started);
    }

    @AfterAll
    static void discharge() {
        if (slapd != null) {
            slapd.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @MethodSource({"vmail.doctor.Seed#ofPostfix", "vmail.doctor.Seed#ofCourier"})
    void findsWhatIsWrongAndNothingElse(Seed seed) throws IOException, InterruptedException {
        Patient patient = Objects.requireNonNull(sound).copy(seed.name().replace(' ', '-'));
        seed.spoils().at(patient);

        Ran ran = patient.examine("--format=json", "--threshold=note");

        assertThat(ran.err()).isEmpty();
        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).as(ran.out()).containsExactlyInAnyOrderElementsOf(seed.findings());
        assertThat(diagnosis.unknown()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).doesNotContain("canary").doesNotContain(Slapd.SYSTEM_PASSWORD);
    }
}
