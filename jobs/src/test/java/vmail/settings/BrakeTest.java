package vmail.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private static final String LOOK = "Look at them with --dry-run";

    @Test
    void letsFewChangesPassWhateverTheirShare() {
        assertThatCode(() -> check(Optional.empty(), 10, 12)).doesNotThrowAnyException();
        assertThatCode(() -> check(Optional.empty(), 100, 1000)).doesNotThrowAnyException();
    }

    @Test
    void stopsAtANumberAndAtAShare() {
        assertThatThrownBy(() -> check(Optional.empty(), 101, 1_000_000))
                .isInstanceOf(TooManyChanges.class)
                .hasMessage(
                        "101 repairs are more than 100 (--max-changes). Look at them with --dry-run; if that is right,"
                                + " say so with --confirm 101");
        assertThatThrownBy(() -> check(Optional.empty(), 11, 100))
                .isInstanceOf(TooManyChanges.class)
                .hasMessage(
                        "11 repairs are more than 10 % of 100 accounts (--max-percent). Look at them with --dry-run;"
                                + " if that is right, say so with --confirm 11");
    }

    @Test
    void takesTheNumberThatWasLookedAtAndWhatIsLeftOfIt() {
        assertThatCode(() -> check(Optional.of(500L), 500, 100)).doesNotThrowAnyException();
        assertThatCode(() -> check(Optional.of(500L), 320, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(Optional.of(500L), 501, 100))
                .hasMessageStartingWith("501 repairs are more than 100 (--max-changes), and not the confirmed 500.");
    }

    private static void check(Optional<Long> confirmed, long repairs, long accounts) throws TooManyChanges {
        new Brake(100, 10, confirmed).check("repairs", repairs, accounts, LOOK);
    }
}
