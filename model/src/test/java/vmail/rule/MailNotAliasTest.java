package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailNotAliasTest {

    private final MailNotAlias rule = new MailNotAlias();

    @Test
    void acceptsOnesOwnMailAsAlias() {
        Howto albert = Howto.albert().with("mailAlternateAddress", "albert.onestone@anotherdomain.nu");
        Howto seven = Howto.seven();

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheAlias() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mailAlternateAddress", "albert.onestone@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:20: error: [mail-not-alias] cn=Seven of Nine,ou=Tokelau,o=company: "
                        + "alias albert.onestone@anotherdomain.nu is the mail of cn=Albert "
                        + "Onestone,ou=Tokelau,o=company (accounts.ldif:1), whose copy is lost. Let one of the two "
                        + "accounts have the address; to reach both, make it an alias of both.");
    }

    @Test
    void reportsTheMailWhereTheAliasIsLive() {
        Howto albert = Howto.albert().with("mail", "s.o.9@anotherdomain.nu");
        Howto seven = Howto.seven().live();

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [mail-not-alias] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "mail s.o.9@anotherdomain.nu is also an alias of cn=Seven of Nine,ou=Tokelau,o=company "
                        + "(directory); the copy for this account is lost. Let one of the two accounts have the "
                        + "address; to reach both, make it an alias of both.");
    }

    @Test
    void isANoteWherePostfixFindsEachAccount() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mailAlternateAddress", "albert.onestone@anotherdomain.nu");

        List<Finding> findings = Howto.findings(new MailNotAlias(true), albert, seven);

        assertThat(findings)
                .singleElement()
                .hasToString("accounts.ldif:20: note: [mail-not-alias] cn=Seven of Nine,ou=Tokelau,o=company: alias"
                        + " albert.onestone@anotherdomain.nu is the mail of cn=Albert Onestone,ou=Tokelau,o=company"
                        + " (accounts.ldif:1); each gets a copy. Nothing needs to be done if that is meant.")
                .extracting(Finding::effect)
                .isEqualTo(Effect.NONE);
    }
}
