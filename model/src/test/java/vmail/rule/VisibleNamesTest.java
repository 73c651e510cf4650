package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class VisibleNamesTest {

    private final VisibleNames rule = new VisibleNames();

    @Test
    void acceptsLettersOfAnyScript() {
        Candidate candidate =
                Howto.albert().with("cn", "\u00C4lbert \u03A9nestone").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesTheCharacter() {
        Candidate candidate = Howto.albert()
                .with("uid", "onestone\u200Ba")
                .with("cn", "Albert\u202EOnestone", "Albert\u00A0Onestone", "Albert Onestone")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [visible-names] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "cn Albert\u202EOnestone has the invisible character U+202E. Type the cn anew, without "
                                + "copying it.",
                        "accounts.ldif:1: error: [visible-names] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "cn Albert\u00A0Onestone has the invisible character U+00A0. Type the cn anew, without "
                                + "copying it.",
                        "accounts.ldif:1: error: [visible-names] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "uid onestone\u200Ba has the invisible character U+200B. Type the uid anew, without copying "
                                + "it.");
    }

    @Test
    void reportsAnEmptyValueBesideOthers() {
        Candidate candidate = Howto.albert().with("uid", "onestonea", " ").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [visible-names] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "uid has an empty value. Type the uid anew, without copying it.");
    }
}
