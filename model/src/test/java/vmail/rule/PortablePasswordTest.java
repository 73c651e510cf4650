package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class PortablePasswordTest {

    private final PortablePassword rule = new PortablePassword();

    @Test
    void acceptsCrypt() {
        Candidate candidate = Howto.albert()
                .with("userPassword", "{crypt}$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsALongSalt() {
        Candidate candidate = Howto.albert()
                .with("userPassword", "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImrkOqB2w==")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: warning: [portable-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "userPassword is {SSHA} with a salt of 8 bytes, which Courier can not compare itself. "
                                + "Set LDAP_AUTHBIND 1 in Courier's authldaprc, or give the account a new password.");
    }

    @Test
    void reportsAModuleThatMustBeLoaded() {
        Candidate candidate = Howto.albert()
                .with("userPassword", "{ARGON2}$argon2id$v=19$m=7168,t=5,p=1$c2FsdA$aGFzaA")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: warning: [portable-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "userPassword is {ARGON2}, which slapd checks only with moduleload argon2. Load the "
                                + "module in slapd.conf, or give the account a new password.");
    }
}
