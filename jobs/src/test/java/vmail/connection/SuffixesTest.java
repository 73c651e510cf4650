package vmail.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuffixesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ou=Tokelau,o=company | o=company",
                "o=company | o=company",
                "ou=postfix,ou=System,o=company | o=company",
                "ou=mail,dc=example,dc=org | dc=example,dc=org",
                "dc=mail,dc=example,dc=org | dc=mail,dc=example,dc=org",
                "ou=Tokelau,o=company,c=nl | o=company,c=nl"
            })
    void namesTheTopOfADatabase(String base, String suffix) throws LDAPException {
        assertThat(Suffixes.of(new DN(base))).isEqualTo(new DN(suffix));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ou=a,o=company | o=Company | o=company", "o=company | ou=a, o=company | o=company"})
    void leavesOutWhatIsBelowAnother(String one, String other, String suffix) throws LDAPException {
        assertThat(Suffixes.of(List.of(new DN(one), new DN(other)))).containsExactly(new DN(suffix));
    }
}
