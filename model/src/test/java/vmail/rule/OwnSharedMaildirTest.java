package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnSharedMaildirTest {

    private final OwnSharedMaildir rule = new OwnSharedMaildir();

    @Test
    void acceptsADirectoryForEach() {
        Howto timetravel = Howto.timetravel();
        Howto press = Howto.timetravel()
                .named("cn=Press,ou=Tokelau,o=company")
                .at(60)
                .with("mailMessageStore", "/vmail/shared/press/incoming/");

        List<Finding> findings = Howto.findings(rule, timetravel, press);

        assertThat(findings).isEmpty();
    }

    @Test
    void leavesCommonFoldersToTheirRule() {
        Howto timetravel = Howto.timetravel();
        Howto press = Howto.timetravel()
                .named("cn=Press,ou=Tokelau,o=company")
                .at(60)
                .with("uid", "letters")
                .with("mailMessageStore", "/vmail/shared/timetravel.weekly/letters/");

        List<Finding> findings = Howto.findings(rule, timetravel, press);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsBoth() {
        Howto timetravel = Howto.timetravel();
        Howto press = Howto.timetravel()
                .named("cn=Press,ou=Tokelau,o=company")
                .at(60)
                .with("uid", "letters")
                .with("mailMessageStore", "/vmail/shared/timetravel.weekly/letters/")
                .without("postOfficeBox");

        List<Finding> findings = Howto.findings(rule, timetravel, press);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: warning: [own-shared-maildir] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "/vmail/shared.maildirs/timetravel.weekly is also that of cn=Press,ou=Tokelau,o=company "
                                + "(accounts.ldif:60); subscribers of one see the folders of both. Choose another <name> "
                                + "in mailMessageStore, /vmail/shared/<name>/<uid>/, unless that is meant.",
                        "accounts.ldif:60: warning: [own-shared-maildir] cn=Press,ou=Tokelau,o=company: "
                                + "/vmail/shared.maildirs/timetravel.weekly is also that of cn=Timetravel "
                                + "weekly,ou=Tokelau,o=company (accounts.ldif:40); subscribers of one see the folders of "
                                + "both. Choose another <name> in mailMessageStore, /vmail/shared/<name>/<uid>/, unless "
                                + "that is meant.");
    }
}
