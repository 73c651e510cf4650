package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userPassword",
                "Passwd",
                "sambaNTPassword",
                "unicodePwd",
                "gosaSecret",
                "krbPrincipalKey",
                "krb5Key",
                "zimbraPreAuthKey",
                "zimbraAuthTokens",
                "PIN",
                "Phone PIN",
                "userPKCS12;binary"
            })
    void tellsByTheNameWhatLetsSomebodyIn(String name) {
        assertThat(SecretNames.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "keywords", "shipping", "author", "passenger", "2.5.4.3"})
    void doesNotHideTheRest(String name) {
        assertThat(SecretNames.isSecret(name)).isFalse();
    }

    @Test
    void knowsFurtherNames() {
        assertThat(new SecretNames(List.of("Kennwort")).contains("kennwort")).isTrue();
    }
}
