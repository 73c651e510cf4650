package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InertTextTest {

    static List<String> payloads() {
        return Payloads.ALL;
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void leavesNothingThatATerminalObeys(String payload) {
        String inert = InertText.of(payload);

        Payloads.assertInert(inert.getBytes(StandardCharsets.UTF_8));
        assertThat(inert).contains("\\u{").doesNotContain("\n");
    }

    @Test
    void isThirtyTimesPutToTheTest() {
        assertThat(Payloads.ALL).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void showsTheCodeInHexadecimal() {
        assertThat(InertText.of("\u001b[31mred\n\u202e\ud83d.")).isEqualTo("\\u{1b}[31mred\\u{a}\\u{202e}\\u{d83d}.");
    }

    @Test
    void leavesNamesOfAnyScriptAlone() {
        List<String> names = List.of(
                "Albert Onestone",
                "Zoë Müller",
                "Зоя",
                "山田",
                "שלום",
                "cn=Seven\\, of Nine,o=company",
                "\ud83d\ude00",
                "");

        assertThat(names).allSatisfy(name -> assertThat(InertText.of(name)).isSameAs(name));
    }
}
