package vmail.reader.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignPasswordTest {

    @ParameterizedTest
    @CsvSource({
        "{ssha}KotuGmVPwNuhpG82oDakEgE4mnZROncQ, {ssha}KotuGmVPwNuhpG82oDakEgE4mnZROncQ",
        "{CRYPT}mdkQsdBAQepDU, {CRYPT}mdkQsdBAQepDU",
        "$1$7qoUUgxY$VvPblvLSFjEn2i61F2HA/1, {CRYPT}$1$7qoUUgxY$VvPblvLSFjEn2i61F2HA/1",
        "{MD5-CRYPT}$1$7qoUUgxY$VvPblvLSFjEn2i61F2HA/1, {CRYPT}$1$7qoUUgxY$VvPblvLSFjEn2i61F2HA/1",
        "5ebe2294ecd0e0f08eab7690d2a6ee69, {MD5}Xr4ilOzQ4PCOq3aQ0qbuaQ==",
        "{PLAIN-MD5}5EBE2294ECD0E0F08EAB7690D2A6EE69, {MD5}Xr4ilOzQ4PCOq3aQ0qbuaQ==",
        "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8, {SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
        "{PLAIN}secret, secret",
        "secret, secret"
    })
    void keepsTheHashAndWritesItAsSlapdReadsIt(String old, String stored) {
        assertThat(ForeignPassword.of(old).value()).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{SASL}albert",
                "{KERBEROS}albert@MYDOMAIN.NL",
                "{SMD5}5ebe2294ecd0e0f08eab7690d2a6ee69",
                "{MD5}CY9rzasdfsaP56ZDJi04d==",
                "{CRYPT}!",
                "!",
                "*",
                "!!",
                "*LK*",
                "!$1$7qoUUgxY$VvPblvLSFjEn2i61F2HA/1"
            })
    void isLostWhereNobodyCouldCheckIt(String old) {
        ForeignPassword password = ForeignPassword.of(old);

        assertThat(password.value()).isEqualTo(Optional.empty());
        assertThat(password.why()).isNotEmpty();
    }

    @Test
    void keepsBlanksOfClearText() {
        assertThat(ForeignPassword.of(" s e ").value()).contains(" s e ");
    }

    @Test
    void isNeverShown() {
        assertThat(ForeignPassword.of("secret")).hasToString("ForeignPassword[kept]");
        assertThat(ForeignPassword.of("{SASL}albert").toString()).doesNotContain("albert");
    }
}
