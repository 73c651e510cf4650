package vmail.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathHashesTest {

    private final PathHashes hashes = new PathHashes();

    @Test
    void keepsAHundredThousandPathsApart() {
        IntStream.range(0, 100_000).forEach(i -> hashes.add("/vmail/u" + i + "/Maildir"));

        assertThat(IntStream.range(0, 100_000).allMatch(i -> hashes.contains("/vmail/u" + i + "/Maildir")))
                .isTrue();
        assertThat(IntStream.range(100_000, 200_000).noneMatch(i -> hashes.contains("/vmail/u" + i + "/Maildir")))
                .isTrue();
    }
}
