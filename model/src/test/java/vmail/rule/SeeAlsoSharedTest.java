package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeeAlsoSharedTest {

    private final SeeAlsoShared rule = new SeeAlsoShared();

    @Test
    void acceptsASharedAccountWithOtherFaults() {
        Howto albert = Howto.albert();
        Howto timetravel = Howto.timetravel().without("mailMessageStore");

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsWhatWaitsForItsCutOver() {
        Howto albert = Howto.albert().with("accountStatus", "inactive");
        Howto timetravel = Howto.timetravel().with("accountStatus", "inactive");

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAPerson() {
        Howto albert = Howto.albert().with("seeAlso", "cn=seven of nine, ou=Tokelau, o=company");
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [see-also-shared] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "seeAlso cn=seven of nine, ou=Tokelau, o=company names an account that is not shared. "
                        + "Delete the value, or set accountStatus: shared on that account if it is a shared folder.");
    }

    @Test
    void looksAtTheRecordThatReplacesALiveEntry() {
        Howto live = Howto.timetravel().live();
        Howto albert = Howto.albert();
        Howto timetravel = Howto.timetravel().with("accountStatus", "inactive");

        List<Finding> findings = Howto.findings(rule, live, albert, timetravel);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [see-also-shared] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "seeAlso cn=Timetravel weekly,ou=Tokelau,o=company names an account that is not shared. "
                        + "Delete the value, or set accountStatus: shared on that account if it is a shared folder.");
    }

    @Test
    void takesNoteOfAnAccountThatNamesItself() {
        Howto albert = Howto.albert().with("seeAlso", "CN=albert onestone, ou=Tokelau, o=company");

        List<Finding> findings = Howto.findings(rule, albert);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [see-also-shared] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "seeAlso names the account itself. Delete the value.");
        assertThat(findings)
                .extracting(Finding::effect, Finding::mending)
                .containsExactly(tuple(Effect.NONE, Mending.AUTOMATIC));
    }
}
