package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedHasReadersTest {

    private final SharedHasReaders rule = new SharedHasReaders();

    @Test
    void acceptsOneReader() {
        Howto timetravel = Howto.timetravel();
        Howto seven = Howto.seven();

        List<Finding> findings = Howto.findings(rule, timetravel, seven);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsASharedAccountNobodyReads() {
        Howto albert = Howto.albert().without("seeAlso");
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: warning: [shared-has-readers] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "no seeAlso names this shared account, so nobody sees its mail. Add seeAlso: "
                                + "cn=Timetravel weekly,ou=Tokelau,o=company to each person who shall see it.");
    }
}
