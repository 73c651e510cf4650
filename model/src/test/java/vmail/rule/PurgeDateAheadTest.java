package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.account.Candidate;

class PurgeDateAheadTest {

    private final PurgeDateAhead rule =
            new PurgeDateAhead(Howto.BASE, new Deadlines(Instant.ofEpochSecond(1_060_000_001), Optional.empty()));

    @Test
    void acceptsAnAccountWithout() {
        Candidate candidate = Howto.albert().with("accountStatus", "inactive").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsADateThatHasNotPassed() {
        Candidate candidate = Howto.albert()
                .with("accountStatus", "inactive")
                .with("qmailAccountPurge", "1060000001")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsAnyDateOfAnActiveAccount() {
        Candidate candidate =
                Howto.albert().with("qmailAccountPurge", "1060000000").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsAnyDateWithoutAStatusWhichIsActiveToQmailLdap() {
        Candidate candidate = Howto.albert()
                .without("accountStatus")
                .with("qmailAccountPurge", "1060000000")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsADateThatHasPassedWithTheStore() {
        Candidate candidate = Howto.albert()
                .with("accountStatus", "deleted")
                .with("qmailAccountPurge", "10 60 000000")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: warning: [purge-date-ahead] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "qmailAccountPurge passed on 2003-08-04; the account and its mail are still here. Delete "
                                + "the entry if nobody needs the mail any more: ldapdelete -x -D \"cn=admin,o=company\" -W "
                                + "\"cn=Albert Onestone,ou=Tokelau,o=company\"; audit then names its store.");
        assertThat(findings)
                .extracting(Finding::place)
                .containsExactly(Optional.of(Path.of("/vmail/albert.onestone/Maildir")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "never", "-1", "9999999999999999999999", "\u0661\u0660"})
    void leavesToTheSchemaWhatIsNoNumber(String value) {
        Candidate candidate = Howto.albert()
                .with("accountStatus", "inactive")
                .with("qmailAccountPurge", value)
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }
}
