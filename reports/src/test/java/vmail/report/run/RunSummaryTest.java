package vmail.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.rule.Effect;
import vmail.rule.Severity;

class RunSummaryTest {

    private final RunSummary running = RunSummary.running("r1", "import", Instant.parse("2003-05-16T10:00:00Z"));

    @Test
    void isInterruptedWhenNobodyHoldsItsLock() {
        assertThat(running.withoutItsLock().state()).isEqualTo("interrupted");
    }

    @Test
    void staysAsItEndedWhoeverHoldsTheLock() {
        RunSummary done = done(Map.of());

        assertThat(done.withoutItsLock()).isEqualTo(done);
    }

    @Test
    void keepsCountsInOneOrder() {
        RunSummary done = done(Map.of(Severity.ERROR, 1L, Severity.NOTE, 2L, Severity.WARNING, 3L));

        assertThat(done.findings().keySet()).containsExactly(Severity.NOTE, Severity.WARNING, Severity.ERROR);
    }

    @Test
    void makesStoresWhenTheCommandDoesEvenIfThereWasNothingToMake() {
        assertThat(running.makesStores()).isTrue();
        assertThat(RunSummary.running("r2", "audit", Instant.EPOCH).makesStores())
                .isFalse();
    }

    private static RunSummary done(Map<Severity, Long> findings) {
        return new RunSummary(
                "r1",
                "import",
                "done",
                Instant.parse("2003-05-16T10:00:00Z"),
                Optional.of(Instant.parse("2003-05-16T10:00:09Z")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                findings,
                Map.of(Effect.NONE, 1L),
                List.of());
    }
}
