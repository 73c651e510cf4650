package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeeAlsoExistsTest {

    private final SeeAlsoExists rule = new SeeAlsoExists();

    @Test
    void acceptsAnAccountThatComesLater() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsALiveEntry() {
        Howto albert = Howto.albert();
        Howto timetravel = Howto.timetravel().live();

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAnEntryThatIsNowhere() {
        Howto albert = Howto.albert().with("seeAlso", "cn=Daily,ou=Tokelau,o=company");
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: warning: [see-also-exists] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "seeAlso cn=Daily,ou=Tokelau,o=company names no account. Correct the DN or delete the "
                        + "value.");
    }

    @Test
    void namesTheSharedAccountThatWasMeant() {
        Howto albert = Howto.albert().with("seeAlso", "cn=Timetravel weakly,ou=Tokelau,o=company");
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, timetravel);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: warning: [see-also-exists] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "seeAlso cn=Timetravel weakly,ou=Tokelau,o=company names no account. Did you mean "
                        + "cn=Timetravel weekly,ou=Tokelau,o=company? Correct the DN or delete the value.");
    }

    @Test
    void comparesNamesWithEveryCharacterThatFiltersMind() {
        String dn = "cn=Time (travel) * \\\\ \\, weekly\\+,ou=Tokelau,o=company";
        Howto albert = Howto.albert().with("seeAlso", dn);

        List<Finding> findings = Howto.findings(rule, albert, Howto.timetravel().named(dn));

        assertThat(findings).isEmpty();
    }
}
