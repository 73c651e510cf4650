package vmail.reader.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<Long> sleeps = new ArrayList<>();
    private long now = 17;
    private long operations;

    private Pace pace(long perSecond) {
        return new Pace(perSecond, () -> operations++, () -> now, nanos -> {
            sleeps.add(nanos);
            now += nanos;
        });
    }

    /** Operations in so much virtual time, each of which takes a while. */
    private long operationsIn(Pace pace, long nanos, long each) {
        long start = now;
        long before = operations;
        while (now - start < nanos) {
            pace.operation();
            now += each;
        }
        return operations - before;
    }

    @Test
    void letsNoMoreThanSoManyHappenInASecond() {
        Pace pace = pace(2000);

        long first = operationsIn(pace, SECOND, 0);
        long second = operationsIn(pace, SECOND, 0);
        long hour = operationsIn(pace, 3600 * SECOND, 0);

        assertThat(first).isBetween(1980L, 2020L);
        assertThat(second).isBetween(1980L, 2020L);
        assertThat(hour).isBetween(7_199_000L, 7_201_000L);
    }

    @Test
    void countsTheTimeThatOperationsTakeThemselves() {
        assertThat(operationsIn(pace(2000), SECOND, 300_000)).isBetween(1980L, 2020L);
        assertThat(operationsIn(pace(2000), SECOND, 1_000_000)).isEqualTo(1000);
    }

    @Test
    void givesNobodyWhoComesLateTheRightToABurst() {
        Pace pace = pace(2000);
        pace.operation();
        now += 3600 * SECOND;

        assertThat(operationsIn(pace, SECOND, 0)).isBetween(1980L, 2020L);
    }

    @Test
    void sleepsSeldomAndNeverInBetween() {
        operationsIn(pace(2000), SECOND, 0);

        assertThat(sleeps)
                .hasSizeBetween(95, 101)
                .allSatisfy(nanos -> assertThat(nanos).isGreaterThanOrEqualTo(SECOND / 100));
    }

    @Test
    void doesNotSleepWithoutALimit() {
        assertThat(operationsIn(pace(0), SECOND, 1000)).isEqualTo(1_000_000);
        assertThat(sleeps).isEmpty();
    }

    @Test
    void countsABlockOfNamesAsOneOperation() {
        Pace pace = pace(10);

        for (int i = 0; i < 1280; i++) {
            pace.name();
        }

        assertThat(operations).isEqualTo(10);
        assertThat(now).isBetween(SECOND * 9 / 10, SECOND * 11 / 10);
    }

    @Test
    void worksWhenTheClockHasPassedItsEnd() {
        now = Long.MAX_VALUE - SECOND / 2;

        assertThat(operationsIn(pace(2000), SECOND, 0)).isBetween(1980L, 2020L);
    }

    @Test
    void refusesLessThanNothing() {
        assertThatThrownBy(() -> new Pace(-1, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operations per second must not be negative: -1");
    }
}
