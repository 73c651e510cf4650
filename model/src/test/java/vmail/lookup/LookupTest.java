package vmail.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookupTest {

    @ParameterizedTest
    @EnumSource
    void asksWhatItsTemplateSays(Lookup lookup) throws LDAPException {
        Filter written = Filter.create(lookup.template().replace("%s", "ao@anotherdomain.nu"));

        assertThat(lookup.filter("ao@anotherdomain.nu")).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void escapesWhatMeansSomethingInFilters(Lookup lookup) {
        assertThat(lookup.filter("*)(uid=*").toString()).contains("=\\2a\\29\\28uid=\\2a)");
    }
}
