package vmail.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordKindTest {

    @ParameterizedTest
    @CsvSource({
        "referral,OTHER",
        "alias,OTHER",
        "subentry,OTHER",
        "LDAPsubentry,OTHER",
        "collectiveAttributeSubentry,OTHER",
        "inetOrgPerson,PERSONAL"
    })
    void isNoAccountWhenItStandsForAnotherEntry(String objectClass, RecordKind kind) {
        Candidate entry = new Candidate(
                new ReadOnlyEntry(
                        "uid=onestonea,ou=Tokelau,o=company",
                        new Attribute("objectClass", "top", objectClass),
                        new Attribute("uid", "onestonea"),
                        new Attribute("mail", "ao@mydomain.nl")),
                new SourceLine("accounts.ldif", 1));

        assertThat(entry.kind()).isEqualTo(kind);
    }
}
