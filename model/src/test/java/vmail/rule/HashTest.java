package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void isTheSameForTheSameValue() {
        assertThat(Hash.of("UID", "onestonea")).isEqualTo(Hash.of("UID", "onestonea"));
    }

    @Test
    void differsBetweenSpaces() {
        assertThat(Hash.of("UID", "onestonea")).isNotEqualTo(Hash.of("NICK", "onestonea"));
    }

    @Test
    void differsForStringsWithEqualHashCode() {
        assertThat("AaBB").hasSameHashCodeAs("BBAa");
        assertThat(Hash.of("UID", "AaBB")).isNotEqualTo(Hash.of("UID", "BBAa"));
    }

    @Test
    void hasNoCollisionAmongAMillionUids() {
        Set<Long> hashes = new HashSet<>();

        for (int i = 0; i < 1_000_000; i++) {
            hashes.add(Hash.of("UID", "user" + i));
        }

        assertThat(hashes).hasSize(1_000_000);
    }
}
