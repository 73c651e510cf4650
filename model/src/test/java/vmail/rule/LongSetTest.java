package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {

    private final LongSet set = new LongSet();

    @Test
    void tellsWhetherAValueIsNew() {
        assertThat(set.add(42)).isTrue();
        assertThat(set.add(42)).isFalse();
        assertThat(set.contains(42)).isTrue();
        assertThat(set.contains(43)).isFalse();
    }

    @Test
    void takesZero() {
        assertThat(set.contains(0)).isFalse();
        assertThat(set.add(0)).isTrue();
        assertThat(set.contains(0)).isTrue();
    }

    @Test
    void holdsWhatAHashSetHolds() {
        Random random = new Random(20030516);
        Set<Long> expected = new HashSet<>();

        for (int i = 0; i < 200_000; i++) {
            long value = random.nextLong();
            assertThat(set.add(value)).isEqualTo(expected.add(value));
        }

        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(expected).allMatch(set::contains);
        assertThat(random.longs(200_000)).noneMatch(value -> set.contains(value) != expected.contains(value));
    }

    @Test
    void staysRightWhenAllValuesFallIntoOnePlace() {
        for (long value = 1; value <= 2000; value++) {
            set.add(value);
        }

        assertThat(set.size()).isEqualTo(2000);
        assertThat(set.contains(2000)).isTrue();
        assertThat(set.contains(2001)).isFalse();
    }
}
