package vmail.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vmail.rule.Rule;
import vmail.rule.RulePage;
import vmail.rule.Rules;

/** {@code vmail explain}: the page of a rule. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Print a rule's page: what must hold, why, what happens to mail, what to do. Without a rule, list them all.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            defaultValue = "",
            paramLabel = "RULE-ID",
            description = "As findings name it in brackets.")
    String id;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refused {
        if (id.isEmpty()) {
            for (Rule rule : Rules.catalogue()) {
                terminal.say("%-28s %-8s %s".formatted(rule.id(), rule.severity(), rule.effect()));
            }
            return ExitCode.DONE.number();
        }
        String page = RulePage.of(id)
                .orElseThrow(() -> new Refused(
                        ExitCode.USAGE,
                        "there is no rule " + id + "; did you mean " + Rules.nearest(id)
                                + "? `vmail explain` without a rule lists them all"));
        page.lines().forEach(terminal::say);
        return ExitCode.DONE.number();
    }
}
