package vmail.reader.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.account.SourceLine;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;

class ExpressionTest {

    private static final Fields ALBERT = new Fields(
            new RawRecord(
                    new SourceLine("export.ldif", 1),
                    Optional.of("uid=onestonea,ou=people,ou=mydomain.nl,o=company"),
                    new RawValues.Builder()
                            .add("2.5.4.3", "Albert Onestone")
                            .add("mail", "Albert.Onestone@mydomain.nl")
                            .add("proxyAddresses", "SMTP:albert@mydomain.nl")
                            .add("proxyAddresses", "smtp:ao@mydomain.nl")
                            .add("gecos", "Albert Onestone,room 17,,")
                            .add("E-mail 2", "Albert <a@mydomain.nl>")
                            .build(),
                    List.of(),
                    List.of()),
            new Names(Map.of("E-mail 2", "second")),
            Optional.of("mydomain.nl"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            cn; Albert Onestone
            mail | localpart | lower; albert.onestone
            mail | domain; mydomain.nl
            cn | after-last-space; Onestone
            cn | before-last-space; Albert
            gecos | before-comma; Albert Onestone
            proxyAddresses | starting("SMTP:"); albert@mydomain.nl
            proxyAddresses | starting("smtp:"); ao@mydomain.nl
            proxyAddresses | rest | strip-prefix("SMTP:"); ao@mydomain.nl
            second | address; a@mydomain.nl
            second | display-name; Albert
            {rdn}@{default-domain}; onestonea@mydomain.nl
            {mail | localpart | lower}@{dn:ou | lower}; albert.onestone@people
            gecos | split(", ") | first; Albert
            """)
    void makesAValue(String text, String value) {
        assertThat(Expression.of(text).values(ALBERT)).containsExactly(value);
    }

    @Test
    void givesNothingWhereABraceOfATemplateHasNothing() {
        assertThat(Expression.of("{homeDirectory}/{mailbox}").values(ALBERT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            mail | localprt
            mail | lower("x")
            mail | starting
            mail | matching("(")
            {mail
            | lower
            """)
    void refusesWhatItDoesNotKnow(String text) {
        assertThatThrownBy(() -> Expression.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
