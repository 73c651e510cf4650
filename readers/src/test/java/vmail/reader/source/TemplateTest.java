package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> VALUES =
            Map.of("base", "/vmail", "localpart", "albert.onestone", "uid", "{base}$HOME", "empty", "");

    @Test
    void fillsEveryVariable() {
        assertThat(filled("{base}/{localpart}/Maildir/")).contains("/vmail/albert.onestone/Maildir/");
    }

    @Test
    void doesNotLookAgainAtWhatAVariableGave() {
        assertThat(filled("~/{uid}")).contains("~/{base}$HOME");
    }

    @Test
    void givesNothingWhenAVariableHasNoValue() {
        assertThat(filled("{base}/{unknown}/")).isEmpty();
        assertThat(filled("{base}/{empty}/")).isEmpty();
    }

    @Test
    void refusesABraceThatIsNotClosed() {
        assertThatThrownBy(() -> Template.of("{base}/{uid"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the brace is not closed in the template {base}/{uid");
    }

    private static Optional<String> filled(String template) {
        return Template.of(template).fill(name -> Optional.ofNullable(VALUES.get(name)));
    }
}
