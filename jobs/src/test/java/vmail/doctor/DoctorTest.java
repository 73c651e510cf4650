package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Ran;
import vmail.lab.Slapd;

/** Each thing that is wrong with the configuration of the mail servers is found, and nothing beside it. */
class DoctorTest {

    @RegisterExtension
    static final Ward WARD = new Ward();

    @ParameterizedTest
    @MethodSource({"vmail.doctor.Seed#ofPostfix", "vmail.doctor.Seed#ofCourier"})
    void findsWhatIsWrongAndNothingElse(Seed seed) throws IOException, InterruptedException {
        Patient patient = WARD.patient().copy(seed.name().replace(' ', '-'));
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
