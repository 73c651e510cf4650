package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class SingleCnTest {

    private final SingleCn rule = new SingleCn();

    @Test
    void acceptsTheHowtosSharedAccount() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsFurtherNamesOfAPerson() {
        Candidate candidate =
                Howto.albert().with("cn", "Albert Onestone", "A. Onestone").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesThemAll() {
        Candidate candidate =
                Howto.timetravel().with("cn", "Timetravel weekly", "Weekly").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: note: [single-cn] cn=Timetravel weekly,ou=Tokelau,o=company: found 2 "
                                + "cn values [Timetravel weekly, Weekly], expected one: the name of the shared folder. "
                                + "Keep the one that subscribers know.");
    }

    @Test
    void isAWarningWhereTheDnDoesNotSayWhich() {
        Candidate candidate = Howto.timetravel()
                .named("uid=incoming,ou=Tokelau,o=company")
                .with("cn", "Timetravel weekly", "Weekly")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::severity, Finding::effect)
                .containsExactly(tuple(Severity.WARNING, Effect.UNSEEN));
    }
}
