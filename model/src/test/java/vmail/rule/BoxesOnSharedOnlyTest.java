package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class BoxesOnSharedOnlyTest {

    private final BoxesOnSharedOnly rule = new BoxesOnSharedOnly();

    @Test
    void acceptsBoxesOfSharedAccounts() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsASharedAccountThatWaitsForItsCutOver() {
        Candidate candidate =
                Howto.timetravel().with("accountStatus", "inactive").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsBoxesOfAPerson() {
        Candidate candidate = Howto.albert().with("postOfficeBox", "12", "34").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: note: [boxes-on-shared-only] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "postOfficeBox [12, 34] on a personal account makes no folder. Delete postOfficeBox, or "
                                + "set accountStatus: shared if this is a shared folder.");
    }
}
