package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class OwnPasswordTest {

    private static final String SHARED = "{SSHA}NmgmIslP2YQiTGOPQMlsKHfmNE9zYWx0";

    private final OwnPassword rule = new OwnPassword();

    @Test
    void acceptsPasswordsOfTheirOwn() {
        List<Finding> findings = Howto.findings(rule, Howto.albert(), Howto.seven(), Howto.timetravel());

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheFirstAndNamesTheOther() {
        Howto seven = Howto.seven().with("userPassword", SHARED);

        List<Finding> findings = Howto.findings(rule, Howto.albert(), seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: warning: [own-password] cn=Albert Onestone,ou=Tokelau,o=company: the "
                                + "same userPassword is stored for cn=Seven of Nine,ou=Tokelau,o=company "
                                + "(accounts.ldif:20); each can log in as the other. Give each person a password of their "
                                + "own, with ldappasswd -S \"cn=Albert Onestone,ou=Tokelau,o=company\".");
    }

    @Test
    void countsAWholeSchool() {
        Howto[] school = IntStream.range(1, 1001)
                .mapToObj(i ->
                        Howto.albert().named("cn=Pupil " + i + ",o=company").at(i))
                .toArray(Howto[]::new);

        List<Finding> findings = Howto.findings(rule, school);

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "the same userPassword is stored for cn=Pupil 2,o=company (accounts.ldif:2), cn=Pupil "
                                        + "3,o=company (accounts.ldif:3), cn=Pupil 4,o=company (accounts.ldif:4) and 996 more; "
                                        + "each can log in as the other"));
    }

    @Test
    void tellsNothingOfTheValue() {
        Howto seven = Howto.seven().with("userPassword", SHARED);

        Finding finding = Howto.findings(rule, Howto.albert(), seven).get(0);

        assertThat(finding.about()).isEmpty();
        assertThat(finding.toString()).doesNotContain("NmgmIsl", DigestUtils.sha256Hex(SHARED));
    }

    @Test
    void doesNotCompareWhatLetsNobodyInOrIsHashedOnTheWay() {
        for (String value : List.of("welcome", "{CRYPT}!", "", "{SASL}somebody")) {
            Howto albert = Howto.albert().with("userPassword", value);
            Howto seven = Howto.seven().with("userPassword", value);

            assertThat(Howto.findings(rule, albert, seven)).as(value).isEmpty();
        }
    }

    @Test
    void doesNotCompareAccountsThatNobodyCanLogInTo() {
        Howto inactive = Howto.seven().with("userPassword", SHARED).with("accountStatus", "inactive");
        Howto shared = Howto.timetravel().with("userPassword", SHARED);

        List<Finding> findings = Howto.findings(rule, Howto.albert(), inactive, shared);

        assertThat(findings).isEmpty();
    }
}
