package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueUidTest {

    private final UniqueUid rule = new UniqueUid();

    @Test
    void acceptsTheFolderNameOfASharedAccount() {
        Howto albert = Howto.albert().with("uid", "incoming");
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsBothInAnyCase() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("uid", "OneStoneA");

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [unique-uid] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "uid onestonea is also the uid of cn=Seven of Nine,ou=Tokelau,o=company "
                                + "(accounts.ldif:20); neither can log in. Give each person a uid of their own.",
                        "accounts.ldif:20: error: [unique-uid] cn=Seven of Nine,ou=Tokelau,o=company: "
                                + "uid onestonea is also the uid of cn=Albert Onestone,ou=Tokelau,o=company "
                                + "(accounts.ldif:1); neither can log in. Give each person a uid of their own.");
    }

    @Test
    void reportsLiveEntriesWhereNoRecordIsInvolved() {
        Howto albert = Howto.albert().live();
        Howto seven = Howto.seven().with("uid", "onestonea").live();

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "directory: error: [unique-uid] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "uid onestonea is also the uid of cn=Seven of Nine,ou=Tokelau,o=company (directory); "
                                + "neither can log in. Give each person a uid of their own.",
                        "directory: error: [unique-uid] cn=Seven of Nine,ou=Tokelau,o=company: "
                                + "uid onestonea is also the uid of cn=Albert Onestone,ou=Tokelau,o=company (directory); "
                                + "neither can log in. Give each person a uid of their own.");
    }
}
