package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePageTest {

    static List<Rule> catalogue() {
        return Rules.catalogue();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void isThereForEveryRuleAndAgreesWithIt(Rule rule) {
        String page = RulePage.of(rule.id()).orElseThrow();

        assertThat(page)
                .startsWith(rule.id() + "\n")
                .containsSubsequence("\nWhat\n", "\nWhy\n", "\nWhat happens to mail\n", "\nRemedy\n", "\nExample\n")
                .contains("\n    Severity: " + rule.severity() + "\n")
                .contains("\n    Effect: " + rule.effect() + " (");
    }

    @ParameterizedTest
    @MethodSource("vmail.rule.BrokenSamplesTest#rulesOfEntries")
    void showsTheMessageOfTheSample(String id) throws IOException {
        String message = Files.readAllLines(BrokenSamplesTest.BROKEN.resolve(id).resolve("expected.txt"))
                .get(0);

        assertThat(RulePage.of(id).orElseThrow())
                .endsWith("\nExample\n    " + message.replace("\u200B", "\\x{200B}") + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-rule", "../schema/qmail", "Unique-Mail", "unique-mail.txt", "/etc/passwd"})
    void isNotThereForAnythingElse(String id) {
        assertThat(RulePage.of(id)).isEmpty();
    }
}
