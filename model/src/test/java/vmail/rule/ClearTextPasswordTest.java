package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class ClearTextPasswordTest {

    private final ClearTextPassword rule = new ClearTextPassword();

    @Test
    void acceptsAHash() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsClearTextWithoutQuotingIt() {
        Candidate candidate = Howto.albert().with("userPassword", "onesecret").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: note: [clear-text-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "userPassword is clear text; import stores a hash of it. Delete the file or make it "
                                + "readable for its owner only (chmod 600) once it is imported.");
    }
}
