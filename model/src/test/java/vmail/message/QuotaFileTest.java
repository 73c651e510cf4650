package vmail.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaFileTest {

    @Test
    void addsUpWhatItSays() {
        assertThat(QuotaFile.of("5000S,10C\n        2031            1\n         -31            0\n"))
                .isEqualTo(new QuotaFile("5000S,10C", 5000, 10, 2000, 1, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5000S|5000|0", "10C|0|10", "5000S,10C|5000|10"})
    void takesEitherLimit(String line, long bytes, long messages) {
        assertThat(QuotaFile.of(line + "\n")).isEqualTo(new QuotaFile(line, bytes, messages, 0, 0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "lots\n", "5000\n", "99999999999999999999S\n"})
    void hasNoLimit(String text) {
        assertThat(QuotaFile.of(text).fault()).contains("has no limit in its first line");
    }

    @Test
    void namesTheLineThatIsNone() {
        assertThat(QuotaFile.of("5000S\n1 1\n1\n").fault()).contains("has no size and number in line 3");
    }
}
