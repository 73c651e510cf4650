package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSortTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 1_000, 4_000_000})
    void sortsWhateverFitsIntoMemory(long most) {
        List<String> lines = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> "/vm\u00e4il/%03d".formatted(i))
                .toList());
        List<String> sorted = List.copyOf(lines);
        Collections.shuffle(lines, new Random(7));

        assertThat(sorted(most, lines)).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_000_000})
    void handsEqualLinesOverOnce(long most) {
        assertThat(sorted(most, List.of("b", "a", "b", "a", "b"))).containsExactly("a", "b");
    }

    @Test
    void handsNothingOverOfNothing() {
        assertThat(sorted(1, List.of())).isEmpty();
    }

    private static List<String> sorted(long most, List<String> lines) {
        List<String> sorted = new ArrayList<>();
        try (LineSort sort = new LineSort(most)) {
            lines.forEach(sort::add);
            sort.forEach(sorted::add);
        }
        return sorted;
    }
}
