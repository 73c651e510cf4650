package vmail.report.findings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** In which order the findings of a run are told: the same every night, whatever order the disk gives its names in. */
final class FindingOrder {

    /** What nothing tells apart is the same to a reader; the position only makes it certain. */
    static final String AUDIT = rank(
                    "f.severity",
                    Arrays.stream(Severity.values())
                            .sorted(Comparator.reverseOrder())
                            .map(Severity::toString)
                            .toList())
            + ", "
            + rank("f.effect", Effect.worstFirst().stream().map(Effect::name).toList())
            + ", f.rule, f.dn, f.place, f.about, f.message, f.origin, f.remedy, f.position";

    static final String AS_FOUND = "f.position";

    private FindingOrder() {}

    private static String rank(String column, List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(rank -> "when '" + words.get(rank) + "' then " + rank)
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }
}
