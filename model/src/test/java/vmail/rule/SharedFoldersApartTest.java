package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFoldersApartTest {

    private final SharedFoldersApart rule = new SharedFoldersApart();

    @Test
    void acceptsFoldersOfDifferentNames() {
        Howto timetravel = Howto.timetravel();
        Howto press = Howto.timetravel()
                .named("cn=Press,ou=Tokelau,o=company")
                .at(60)
                .with("uid", "letters")
                .with("mailMessageStore", "/vmail/shared/timetravel.weekly/letters/")
                .without("postOfficeBox");

        List<Finding> findings = Howto.findings(rule, timetravel, press);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesTheCommonFolders() {
        Howto timetravel = Howto.timetravel();
        Howto press = Howto.timetravel()
                .named("cn=Press,ou=Tokelau,o=company")
                .at(60)
                .with("uid", "letters")
                .with("mailMessageStore", "/vmail/shared/timetravel.weekly/letters/")
                .with("postOfficeBox", "incoming", "past.editions");

        List<Finding> findings = Howto.findings(rule, timetravel, press);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [shared-folders-apart] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "incoming, past.editions in /vmail/shared.maildirs/timetravel.weekly belongs also to "
                                + "cn=Press,ou=Tokelau,o=company (accounts.ldif:60). Choose another <name> in "
                                + "mailMessageStore, /vmail/shared/<name>/<uid>/, or other folder names.",
                        "accounts.ldif:60: error: [shared-folders-apart] cn=Press,ou=Tokelau,o=company: "
                                + "incoming, past.editions in /vmail/shared.maildirs/timetravel.weekly belongs also to "
                                + "cn=Timetravel weekly,ou=Tokelau,o=company (accounts.ldif:40). Choose another <name> in "
                                + "mailMessageStore, /vmail/shared/<name>/<uid>/, or other folder names.");
    }
}
