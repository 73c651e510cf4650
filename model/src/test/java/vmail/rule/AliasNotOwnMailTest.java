package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class AliasNotOwnMailTest {

    private final AliasNotOwnMail rule = new AliasNotOwnMail();

    @Test
    void acceptsTheHowtosAccount() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheMailInAnyCase() {
        Candidate candidate = Howto.albert()
                .with("mailAlternateAddress", "Albert.Onestone@anotherdomain.nu", "ao@anotherdomain.nu")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [alias-not-own-mail] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "mailAlternateAddress Albert.Onestone@anotherdomain.nu is the account's own mail. Delete "
                        + "that mailAlternateAddress.");
    }
}
