package vmail.writer.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void isNeverShown() {
        PostfixConfiguration configuration = Servers.postfix(Servers.directory(), Optional.empty());

        assertThat(Servers.directory().toString())
                .doesNotContain("systemsecret")
                .contains("(a password)");
        assertThat(configuration.toString()).doesNotContain("systemsecret");
        assertThat(configuration.files().toString()).doesNotContain("systemsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " canary4711", "canary4711 ", "canary\n4711", "canary\t4711", "canary\u007f4711"})
    void isRefusedWhereALineCanNotHoldIt(String password) {
        assertThatThrownBy(() -> Servers.secret(password))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("the password ")
                .endsWith("Choose a password without")
                .doesNotContain("canary", "4711");
    }
}
