package vmail.reader.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "(mail=%s), (mail=ao@anotherdomain.nu)",
        "mail=%S, mail=ao@anotherdomain.nu",
        "(&(uid=%u)(dc=%d)), (&(uid=ao)(dc=anotherdomain.nu))",
        "(cn=100%%), (cn=100%)",
        "(associatedDomain=*), (associatedDomain=*)"
    })
    void asksAsPostfixDoes(String template, String filter) {
        assertThat(new FilterTemplate(template).with("ao@anotherdomain.nu")).hasToString(filter);
    }

    @Test
    void escapesTheKey() {
        assertThat(new FilterTemplate("(mail=%s)").with("*)(uid=*@x")).hasToString("(mail=\\2a\\29\\28uid=\\2a@x)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(mail=%s", "(&(mail=%s)", "mail"})
    void refusesWhatIsNoFilter(String text) {
        assertThatThrownBy(() -> new FilterTemplate(text).with("ao@anotherdomain.nu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a filter: " + text);
    }
}
