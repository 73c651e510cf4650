package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueDnTest {

    private final UniqueDn rule = new UniqueDn();

    @Test
    void acceptsDifferentNames() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesTheFirstOfTwo() {
        Howto albert = Howto.albert();
        Howto again = Howto.albert()
                .named("CN=albert  onestone, OU=tokelau, o=company")
                .at(7);

        List<Finding> findings = Howto.findings(rule, albert, again);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:7: error: [unique-dn] "
                        + "CN=albert  onestone, OU=tokelau, o=company: the record at accounts.ldif:1 has the same "
                        + "DN. Keep one of the two records, or give this account another cn.");
    }

    @Test
    void takesARecordOfALiveEntryForAChange() {
        Howto record = Howto.albert();
        Howto live = Howto.albert().live();

        List<Finding> findings = Howto.findings(rule, record, live);

        assertThat(findings).isEmpty();
    }
}
