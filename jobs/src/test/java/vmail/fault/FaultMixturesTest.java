package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.MailOwner;

/**
 * Thirty faults at a time: each is found, and nothing that was not made. {@code -Dvmail.seed=N} plays one
 * mixture again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMixturesTest {

    private static final int MIXTURES = 50;
    private static final int FAULTS = 30;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Playground playground;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException, LDAPException {
        playground = Playground.in(folder);
    }

    @AfterAll
    void close() {
        playground.close();
    }

    static LongStream seeds() {
        Long one = Long.getLong("vmail.seed");
        return one == null ? LongStream.rangeClosed(1, MIXTURES) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isFoundWholeAndNothingElse(long seed) throws IOException, LDAPException {
        Random random = new Random(seed);
        List<FaultKind> kinds = new ArrayList<>(mixable());
        Collections.shuffle(kinds, random);
        List<Household> households = new ArrayList<>(playground.system().households());
        Collections.shuffle(households, random);

        List<Seeded> seeded = new ArrayList<>();
        for (int i = 0; i < FAULTS; i++) {
            seeded.addAll(playground.play(kinds.get(i), households.get(i)));
        }

        try {
            assertThat(Found.lines(playground.audit().findings()))
                    .as("mixture of -Dvmail.seed=" + seed)
                    .isEqualTo(Found.expected(seeded));
        } finally {
            playground.restore();
        }
    }

    private static List<FaultKind> mixable() {
        Stream<FaultKind> kinds =
                FaultKinds.all().stream().filter(kind -> !kind.needs().contains(Need.ALONE));
        return MailOwner.isRoot()
                ? kinds.toList()
                : kinds.filter(kind -> !kind.needs().contains(Need.ROOT)).toList();
    }
}
