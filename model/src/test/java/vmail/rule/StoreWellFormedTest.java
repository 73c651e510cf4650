package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.account.Candidate;

class StoreWellFormedTest {

    private final StoreWellFormed rule = new StoreWellFormed(Howto.BASE);

    @Test
    void acceptsTheHowtosStore() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void addsTheSlash() {
        Candidate candidate = Howto.albert()
                .with("mailMessageStore", "/vmail/albert.onestone/Maildir")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [store-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "mailMessageStore /vmail/albert.onestone/Maildir does not end with a slash. Set "
                        + "mailMessageStore: /vmail/albert.onestone/Maildir/.");
    }

    @Test
    void proposesNothingOutsideTheMailBase() {
        Candidate candidate =
                Howto.albert().with("mailMessageStore", "/vmail/../etc/x/").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [store-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "mailMessageStore /vmail/../etc/x/ is not in normal form. Set mailMessageStore to a path "
                        + "like /vmail/albert.onestone/Maildir/.");
    }

    @Test
    void refusesShellCharacters() {
        Candidate candidate =
                Howto.albert().with("mailMessageStore", "/vmail/$(id)/Maildir/").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [store-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "mailMessageStore /vmail/$(id)/Maildir/ has a part that is longer than 255 bytes, starts "
                        + "with . or - or has characters other than A-Z a-z 0-9 . _ + = @ -. Set mailMessageStore "
                        + "to a path like /vmail/albert.onestone/Maildir/.");
    }

    @ParameterizedTest
    @CsvSource({
        "/vmail/albert.onestone/Maildir, LOST",
        "vmail/albert.onestone/Maildir/, NOLOGIN",
        "albert.onestone/Maildir/, DEFERRED",
        "/vmail/../albert.onestone/Maildir/, DEFERRED",
        "/srv/albert.onestone/Maildir/, DEFERRED",
        "/vmail/albert.onestone/./Maildir/, NONE",
        "/vmail/albert onestone/Maildir/, NONE"
    })
    void tellsWhatEachCaseDoesToMail(String store, Effect effect) {
        Candidate candidate = Howto.albert().with("mailMessageStore", store).candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).extracting(Finding::effect).containsExactly(effect);
    }

    @Test
    void tellsThatANameTooLongDefersMail() {
        Candidate candidate = Howto.albert()
                .with("mailMessageStore", "/vmail/" + "a".repeat(256) + "/Maildir/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).extracting(Finding::effect).containsExactly(Effect.DEFERRED);
    }

    @Test
    void reportsTwoValues() {
        Candidate candidate = Howto.albert()
                .with("mailMessageStore", "/vmail/a/", "/vmail/b/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [store-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "found 2 mailMessageStore values [/vmail/a/, /vmail/b/], expected one. Keep the one that "
                        + "holds the mail.");
    }
}
