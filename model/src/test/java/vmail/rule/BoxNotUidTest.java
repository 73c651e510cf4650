package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class BoxNotUidTest {

    private final BoxNotUid rule = new BoxNotUid();

    @Test
    void acceptsOtherFolders() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheFolderThatIsThereAnyway() {
        Candidate candidate = Howto.timetravel()
                .with("postOfficeBox", "incoming", "past.editions")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:40: note: [box-not-uid] cn=Timetravel weekly,ou=Tokelau,o=company: "
                        + "postOfficeBox incoming is the uid, the folder that mail is delivered to. Delete that "
                        + "postOfficeBox.");
    }

    @Test
    void reportsAFolderThatLooksLikeIt() {
        Candidate candidate =
                Howto.timetravel().with("postOfficeBox", "Incoming").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:40: note: [box-not-uid] cn=Timetravel weekly,ou=Tokelau,o=company: "
                        + "postOfficeBox Incoming differs only in case from the uid incoming, the folder that mail "
                        + "is delivered to. Delete that postOfficeBox, or give it another name.");
        assertThat(findings).extracting(Finding::mending).containsExactly(Mending.BY_HAND);
    }
}
