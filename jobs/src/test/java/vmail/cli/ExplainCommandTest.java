package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.rule.Rule;
import vmail.rule.RulePage;
import vmail.rule.Rules;

class ExplainCommandTest {

    @Test
    void listsEveryRuleWithSeverityAndEffect() throws IOException, InterruptedException {
        Ran ran = Cli.here().run("explain");

        List<String> expected = Rules.catalogue().stream()
                .map(rule -> rule.id() + " " + rule.severity() + " " + rule.effect())
                .toList();
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " "))).containsExactlyElementsOf(expected);
    }

    @Test
    void printsThePageOfEachRuleItLists() throws IOException, InterruptedException {
        for (Rule rule : Rules.catalogue()) {
            Ran ran = Cli.here().run("explain", rule.id());

            assertThat(ran).isEqualTo(new Ran(0, RulePage.of(rule.id()).orElseThrow(), ""));
        }
    }

    @Test
    void refusesWhatIsNoRule() throws IOException, InterruptedException {
        for (String id : List.of("../../etc/passwd", "SINGLE-MAIL", "single mail")) {
            Ran ran = Cli.here().run("explain", id);

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith("vmail: there is no rule " + id + "; did you mean ");
        }
    }
}
