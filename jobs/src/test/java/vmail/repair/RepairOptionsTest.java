package vmail.repair;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairOptionsTest {

    @Test
    void letsFewRepairsPassWhateverTheirShare() {
        assertThatCode(() -> options(Optional.empty()).check(10, 12)).doesNotThrowAnyException();
        assertThatCode(() -> options(Optional.empty()).check(100, 1000)).doesNotThrowAnyException();
    }

    @Test
    void stopsAtANumberAndAtAShare() {
        assertThatThrownBy(() -> options(Optional.empty()).check(101, 1_000_000))
                .isInstanceOf(TooManyRepairs.class)
                .hasMessage(
                        "101 repairs are more than 100 (--max-changes). Look at them with --dry-run; if they are right,"
                                + " say so with --confirm 101");
        assertThatThrownBy(() -> options(Optional.empty()).check(11, 100))
                .isInstanceOf(TooManyRepairs.class)
                .hasMessage(
                        "11 repairs are more than 10 % of 100 accounts (--max-percent). Look at them with --dry-run;"
                                + " if they are right, say so with --confirm 11");
    }

    @Test
    void takesTheNumberThatWasLookedAtAndNoOther() {
        assertThatCode(() -> options(Optional.of(500L)).check(500, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> options(Optional.of(500L)).check(501, 100))
                .hasMessageStartingWith("501 repairs are more than 100 (--max-changes), and not the confirmed 500.");
    }

    private static RepairOptions options(Optional<Long> confirmed) {
        return new RepairOptions(false, List.of(), Optional.empty(), 100, 10, confirmed);
    }
}
