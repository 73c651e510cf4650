package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Json;
import vmail.lab.Ran;
import vmail.report.render.InertText;
import vmail.rule.DirectoryRule;
import vmail.rule.DomainRule;
import vmail.rule.EntryRule;
import vmail.rule.Rule;
import vmail.rule.Rules;

/** Each {@code sample-data/broken/<rule>} through the command line: its rule and no other, and the exit code of its severity. */
class BrokenSamplesCliTest {

    static List<Sample> samples() throws IOException {
        return Sample.in("broken");
    }

    @Test
    void areThereForEveryRuleOfSources() throws IOException {
        List<String> rules = Stream.concat(
                        Rules.catalogue().stream()
                                .filter(rule -> rule instanceof EntryRule
                                        || rule instanceof DirectoryRule
                                        || rule instanceof DomainRule)
                                .map(Rule::id),
                        Stream.of("readable-record"))
                .sorted()
                .toList();

        assertThat(samples()).extracting(Sample::name).containsExactlyElementsOf(rules);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReportedAsExpected(Sample sample) throws IOException, InterruptedException {
        Ran ran = sample.check();

        String findings = sample.plain(ran.out())
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        assertThat(findings).isEqualTo(inert(sample.text("expected.txt")));
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void breakTheirRuleAndNoOther(Sample sample) throws IOException, InterruptedException {
        Ran ran = sample.check("--format=json");

        Json report = Json.of(ran.out());
        assertThat(report.each("findings", "rule")).isNotEmpty().containsOnly(sample.name());
        List<String> severities = report.each("findings", "severity");
        assertThat(ran.code()).isEqualTo(severities.stream().allMatch("note"::equals) ? 0 : 1);
        assertThat(report.number("rejected") > 0).isEqualTo(severities.contains("error"));
        assertThat(report.number("read"))
                .isEqualTo(report.number("accounts")
                        + report.number("shared")
                        + report.number("rejected")
                        + report.number("skipped")
                        + report.number("lost"));
    }

    /** As the report shows what a terminal must not obey or hide. */
    private static String inert(String expected) {
        return expected.lines().map(line -> InertText.of(line) + "\n").collect(Collectors.joining());
    }
}
