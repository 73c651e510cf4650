package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class PersonalStorePlaceTest {

    private final PersonalStorePlace rule = new PersonalStorePlace(Howto.BASE);

    @Test
    void acceptsAStoreBesideTheSharedFolders() {
        Candidate candidate = Howto.albert()
                .with("mailMessageStore", "/vmail/sharedfoo/Maildir/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsASharedAccountAmongTheSharedFolders() {
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
    void reportsAPersonAmongTheSharedFolders() {
        Candidate candidate = Howto.albert()
                .with("mailMessageStore", "/vmail/shared.maildirs/albert/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [personal-store-place] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "personal store /vmail/shared.maildirs/albert/ is among the shared folders. Choose a "
                                + "store outside /vmail/shared and /vmail/shared.maildirs, or set accountStatus: shared.");
    }
}
