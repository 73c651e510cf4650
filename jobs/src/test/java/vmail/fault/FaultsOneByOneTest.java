package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.MailOwner;
import vmail.report.audit.AuditVerdict;

/** In a healthy system each kind of fault is found, and nothing else is, nor of the fault before, which was healed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOneByOneTest {

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Playground playground;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException, LDAPException {
        playground = Playground.in(folder);
    }

    @AfterAll
    void close() {
        playground.close();
    }

    static List<FaultKind> kinds() {
        return FaultKinds.all();
    }

    @Test
    void aHealthySystemIsSilent() {
        Playground.Heard heard = playground.audit();

        assertThat(playground.system().accounts()).isGreaterThan(Playground.HOUSEHOLDS * Household.SIZE);
        assertThat(heard.findings()).isEmpty();
        assertThat(heard.verdict().kind()).isEqualTo(AuditVerdict.Kind.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isFoundAndNothingElse(FaultKind kind) throws IOException, LDAPException {
        assumeTrue(!kind.needs().contains(Need.ROOT) || MailOwner.isRoot(), Need.ROOT.reason());
        Household household =
                playground.system().household(Math.floorMod(kind.id().hashCode(), Playground.HOUSEHOLDS));

        List<Seeded> seeded = playground.play(kind, household);

        try {
            Playground.Heard heard = playground.audit();
            assertThat(Found.lines(heard.findings())).isEqualTo(Found.expected(seeded));
            assertThat(seeded.get(0))
                    .extracting(Seeded::rule, Seeded::effect)
                    .containsExactly(kind.rule(), kind.effect());
            assertThat(heard.verdict().kind())
                    .isEqualTo(
                            kind.needs().contains(Need.ALONE)
                                    ? AuditVerdict.Kind.INCONCLUSIVE
                                    : AuditVerdict.Kind.FINDINGS);
        } finally {
            playground.restore();
        }
    }
}
