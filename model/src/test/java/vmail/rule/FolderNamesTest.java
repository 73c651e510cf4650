package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class FolderNamesTest {

    private final FolderNames rule = new FolderNames();

    @Test
    void acceptsDotsAsLevels() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void asksNothingOfPersons() {
        Candidate candidate = Howto.albert().with("uid", "one/stone").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsUidAndBoxes() {
        Candidate candidate = Howto.timetravel()
                .with("uid", "in/coming")
                .with("postOfficeBox", ".past", "a%b", "")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [folder-names] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "the folder name uid in/coming has a character that folders can not have: one of / * % ~ "
                                + ": \\ \" ' $ ` ; & | < > ? or a control. Choose a name of letters, digits, - and _; a dot "
                                + "makes a level.",
                        "accounts.ldif:40: error: [folder-names] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "the folder name postOfficeBox .past has an empty level (a dot at an end, or two dots in "
                                + "a row). Choose a name of letters, digits, - and _; a dot makes a level.",
                        "accounts.ldif:40: error: [folder-names] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "the folder name postOfficeBox a%b has a character that folders can not have: one of / * "
                                + "% ~ : \\ \" ' $ ` ; & | < > ? or a control. Choose a name of letters, digits, - and _; a "
                                + "dot makes a level.",
                        "accounts.ldif:40: error: [folder-names] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "the folder name postOfficeBox is empty. Choose a name of letters, digits, - and _; a "
                                + "dot makes a level.");
    }
}
