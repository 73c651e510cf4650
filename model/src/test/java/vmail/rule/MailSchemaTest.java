package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSchemaTest {

    private final Schema schema = MailSchema.schema();

    @ParameterizedTest
    @CsvSource({
        "qmailUID, numericStringMatch, 36, true",
        "qmailGID, numericStringMatch, 36, true",
        "mailMessageStore, caseExactIA5Match, 26, true",
        "accountStatus, caseIgnoreIA5Match, 26, true",
        "mailAlternateAddress, caseIgnoreIA5Match, 26, false",
        "mailQuotaSize, integerMatch, 27, true"
    })
    void comparesAsTheHowtoAsks(String name, String rule, String syntax, boolean single) {
        AttributeTypeDefinition type = schema.getAttributeType(name);

        assertThat(type.getEqualityMatchingRule()).isEqualTo(rule);
        assertThat(type.getBaseSyntaxOID()).isEqualTo("1.3.6.1.4.1.1466.115.121.1." + syntax);
        assertThat(type.isSingleValued()).isEqualTo(single);
    }

    @Test
    void hasMailAsTheOnlyDemandOfQmailUser() {
        ObjectClassDefinition qmailUser = schema.getObjectClass("qmailUser");

        assertThat(qmailUser.getOID()).isEqualTo("1.3.6.1.4.1.7914.1.2.2.1");
        assertThat(qmailUser.getRequiredAttributes()).containsExactly("mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"qmailUser", "inetOrgPerson", "domainRelatedObject", "dNSDomain", "posixAccount", "shadowAccount"
            })
    void knowsEveryAttributeItsClassesName(String name) {
        ObjectClassDefinition definition = schema.getObjectClass(name);

        assertThat(definition.getOptionalAttributes())
                .allSatisfy(attribute -> assertThat(schema.getAttributeType(attribute))
                        .as(attribute)
                        .isNotNull());
        assertThat(definition.getRequiredAttributes())
                .allSatisfy(attribute -> assertThat(schema.getAttributeType(attribute))
                        .as(attribute)
                        .isNotNull());
    }

    @Test
    void givesTheTextForSlapd() {
        assertThat(MailSchema.qmailSchema())
                .startsWith("# Schema for accounts of a mail system")
                .contains("objectclass ( 1.3.6.1.4.1.7914.1.2.2.1 NAME 'qmailUser'");
    }
}
