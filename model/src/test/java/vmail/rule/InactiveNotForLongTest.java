package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.Stamps;

class InactiveNotForLongTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final InactiveNotForLong rule =
            new InactiveNotForLong(new Deadlines(NOW, Optional.of(Duration.ofDays(90))));

    @Test
    void acceptsOneThatWasChangedLately() {
        Candidate candidate = changed(Howto.albert().with("accountStatus", "inactive"), "2026-08-30T12:00:00Z");

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsOneWhoseLastChangeNobodyTells() {
        Candidate candidate =
                Howto.albert().with("accountStatus", "inactive").live().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsAnActiveOneHoweverOld() {
        Candidate candidate = changed(Howto.albert(), "2003-05-01T12:00:00Z");

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsOneThatNobodyHasTouched() {
        Candidate candidate = changed(Howto.albert().with("accountStatus", "inactive"), "2026-08-30T11:59:59Z");

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("directory: note: [inactive-not-for-long] cn=Albert Onestone,ou=Tokelau,o=company: is "
                        + "inactive, and was last changed on 2026-08-30. Nothing needs to be done; delete the "
                        + "entry if nobody comes back.");
    }

    @Test
    void saysNothingUnlessAsked() {
        Candidate candidate = changed(Howto.albert().with("accountStatus", "inactive"), "2003-05-01T12:00:00Z");

        List<Finding> findings = new InactiveNotForLong(new Deadlines(NOW, Optional.empty())).check(candidate);

        assertThat(findings).isEmpty();
    }

    private static Candidate changed(Howto account, String time) {
        return new Candidate(
                account.candidate().entry(),
                new LiveEntry(),
                List.of(),
                Optional.empty(),
                new Stamps(Optional.empty(), Optional.of(Instant.parse(time)), ""));
    }
}
