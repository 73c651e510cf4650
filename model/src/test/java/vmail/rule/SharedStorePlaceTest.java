package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class SharedStorePlaceTest {

    private final SharedStorePlace rule = new SharedStorePlace(Howto.BASE);

    @Test
    void acceptsTheHowtosStore() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void keepsTheNameWhereThereIsOne() {
        Candidate candidate = Howto.timetravel().with("uid", "inbox").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [shared-store-place] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "shared store /vmail/shared/timetravel.weekly/incoming/ is not "
                                + "/vmail/shared/<name>/inbox/. Set mailMessageStore: "
                                + "/vmail/shared/timetravel.weekly/inbox/.");
    }

    @Test
    void makesANameOfTheCnOtherwise() {
        Candidate candidate = Howto.timetravel()
                .with("mailMessageStore", "/vmail/shared/incoming/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [shared-store-place] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "shared store /vmail/shared/incoming/ is not /vmail/shared/<name>/incoming/. Set "
                                + "mailMessageStore: /vmail/shared/timetravel.weekly/incoming/.");
    }

    @Test
    void isNotFooledByAPrefix() {
        Candidate candidate = Howto.timetravel()
                .with("mailMessageStore", "/vmail/sharedfoo/x/incoming/")
                .with("cn", "T\u00EFme")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [shared-store-place] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "shared store /vmail/sharedfoo/x/incoming/ is not /vmail/shared/<name>/incoming/. Set "
                                + "mailMessageStore to a path of that form.");
    }
}
