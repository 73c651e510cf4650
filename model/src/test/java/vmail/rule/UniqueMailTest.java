package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueMailTest {

    private final UniqueMail rule = new UniqueMail();

    @Test
    void acceptsDifferentAddresses() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsBothInAnyCase() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mail", "Albert.Onestone@AnotherDomain.nu");

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [unique-mail] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mail albert.onestone@anotherdomain.nu is also the mail of cn=Seven of "
                                + "Nine,ou=Tokelau,o=company (accounts.ldif:20); Postfix 3.7 accepts such mail and "
                                + "delivers it to nobody. Give each account a mail of its own and put the common address "
                                + "into mailAlternateAddress of each.",
                        "accounts.ldif:20: error: [unique-mail] cn=Seven of Nine,ou=Tokelau,o=company: "
                                + "mail albert.onestone@anotherdomain.nu is also the mail of cn=Albert "
                                + "Onestone,ou=Tokelau,o=company (accounts.ldif:1); Postfix 3.7 accepts such mail and "
                                + "delivers it to nobody. Give each account a mail of its own and put the common address "
                                + "into mailAlternateAddress of each.");
    }

    @Test
    void reportsTheRecordThatClashesWithALiveEntry() {
        Howto live = Howto.albert().live();
        Howto seven = Howto.seven().with("mail", "albert.onestone@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, live, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:20: error: [unique-mail] cn=Seven of Nine,ou=Tokelau,o=company: "
                        + "mail albert.onestone@anotherdomain.nu is also the mail of cn=Albert "
                        + "Onestone,ou=Tokelau,o=company (directory); Postfix 3.7 accepts such mail and delivers "
                        + "it to nobody. Give each account a mail of its own and put the common address into "
                        + "mailAlternateAddress of each.");
    }

    @Test
    void looksAtTheRecordWhereItReplacesALiveEntry() {
        Howto live = Howto.albert().live();
        Howto albert = Howto.albert().with("mail", "ao@mydomain.nl");
        Howto seven = Howto.seven().with("mail", "albert.onestone@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, live, albert, seven);

        assertThat(findings).isEmpty();
    }

    @Test
    void isANoteWherePostfixFindsEachAccount() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mail", "Albert.Onestone@AnotherDomain.nu");

        List<Finding> findings = Howto.findings(new UniqueMail(true), albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: note: [unique-mail] cn=Albert Onestone,ou=Tokelau,o=company: mail"
                                + " albert.onestone@anotherdomain.nu is also the mail of cn=Seven of"
                                + " Nine,ou=Tokelau,o=company (accounts.ldif:20); each gets a copy. Nothing needs to be done if"
                                + " that is meant.",
                        "accounts.ldif:20: note: [unique-mail] cn=Seven of Nine,ou=Tokelau,o=company: mail"
                                + " albert.onestone@anotherdomain.nu is also the mail of cn=Albert"
                                + " Onestone,ou=Tokelau,o=company (accounts.ldif:1); each gets a copy. Nothing needs to be done"
                                + " if that is meant.");
        assertThat(findings).extracting(Finding::effect).containsOnly(Effect.NONE);
    }
}
