package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueNickTest {

    private final UniqueNick rule = new UniqueNick();

    @Test
    void acceptsDifferentNames() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void takesBlanksAndCaseForNoDifference() {
        Howto timetravel = Howto.timetravel();
        Howto other = Howto.timetravel()
                .named("cn=Timetravel_Weekly,ou=Tokelau,o=company")
                .at(60)
                .with("mailMessageStore", "/vmail/shared/other/incoming/");

        List<Finding> findings = Howto.findings(rule, timetravel, other);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [unique-nick] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "subscribers see it as timetravel_weekly, and so they do "
                                + "cn=Timetravel_Weekly,ou=Tokelau,o=company (accounts.ldif:60). Rename one of the shared "
                                + "accounts; blanks and _ count as the same.",
                        "accounts.ldif:60: error: [unique-nick] cn=Timetravel_Weekly,ou=Tokelau,o=company: "
                                + "subscribers see it as timetravel_weekly, and so they do cn=Timetravel "
                                + "weekly,ou=Tokelau,o=company (accounts.ldif:40). Rename one of the shared accounts; "
                                + "blanks and _ count as the same.");
    }
}
