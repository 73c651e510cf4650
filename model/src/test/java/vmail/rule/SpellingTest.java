package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"active, active, 0", "actve, active, 1", "acitve, active, 1", "inactive, active, 2", "'', active, 6"})
    void countsWhatMustBeChanged(String word, String known, int distance) {
        assertThat(Spelling.distance(word, known)).isEqualTo(distance);
    }

    @Test
    void findsTheNearest() {
        assertThat(Spelling.near("mydomian.nl", List.of("anotherdomain.nu", "mydomain.nl", "mydomain.nu")))
                .contains("mydomain.nl");
    }

    @Test
    void findsNothingWhereMoreThanTwoChangesAreNeeded() {
        assertThat(Spelling.near("elsewhere.example", List.of("mydomain.nl"))).isEmpty();
    }

    @Test
    void doesNotTakeAShortWordForQuiteAnother() {
        assertThat(Spelling.near("ab", List.of("cd"))).isEmpty();
    }
}
