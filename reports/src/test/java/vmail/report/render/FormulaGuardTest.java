package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+31 20 1234567",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "  =1",
                "\uff1d1",
                "'quoted"
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldCalculate(String value) {
        assertThat(FormulaGuard.put(value)).isEqualTo("'" + value);
        assertThat(FormulaGuard.remove(FormulaGuard.put(value))).isEqualTo(value);
    }

    @Test
    void leavesOtherValuesAlone() {
        assertThat(FormulaGuard.put("albert.onestone@anotherdomain.nu")).isEqualTo("albert.onestone@anotherdomain.nu");
        assertThat(FormulaGuard.put("")).isEmpty();
        assertThat(FormulaGuard.put("  ")).isEqualTo("  ");
        assertThat(FormulaGuard.remove("a=b")).isEqualTo("a=b");
    }
}
