package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.account.DirectoryUnavailable;
import vmail.connection.UnsafeSettings;
import vmail.explain.Explainer;
import vmail.explain.Explanation;
import vmail.explain.LivePostfix;
import vmail.explain.Question;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.Rule;
import vmail.rule.RulePage;
import vmail.rule.Rules;
import vmail.settings.Settings;

/** {@code vmail explain}: the page of a rule, which needs no settings; or where mail goes and who can read it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Print a rule's page: what must hold, why, what happens to mail, what to do. Without a rule, list them all.",
            "Of an ADDRESS: where mail to it goes, as Postfix would deliver it, and who can read it. Of a UID: who logs in and what"
                    + " they see, as Courier would show it. Of a DN: all about the entry. Of a PATH: whose it is and who reads it."
                    + " Touches nothing.",
            "Exit 0: mail arrives and can be read; 1: there is a fault on the way, or nobody; 4: not all could be seen."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            defaultValue = "",
            paramLabel = "RULE-ID|ADDRESS|UID|DN|PATH",
            description =
                    "A rule as findings name it in brackets, or what else is to be explained. What could be taken for something"
                            + " else is told apart by a prefix: uid:NAME, address:ADDRESS, dn:DN, path:PATH.")
    String subject;

    @Option(
            names = "--live",
            description = "Ask the Postfix of this host as well (postmap -q), and tell where it answers otherwise.")
    boolean live;

    @Option(
            names = "--postfix-config",
            paramLabel = "DIR",
            defaultValue = "/etc/postfix",
            description = "The folder of main.cf. Default: ${DEFAULT-VALUE}.")
    Path postfixConfig;

    @Mixin
    SettingsOptions options;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refused, IOException, UnsafeSettings, DirectoryUnavailable, IncompleteRead {
        if (subject.isEmpty()) {
            for (Rule rule : Rules.catalogue()) {
                terminal.say("%-28s %-8s %s".formatted(rule.id(), rule.severity(), rule.effect()));
            }
            return ExitCode.DONE.number();
        }
        Optional<String> page = RulePage.of(subject);
        if (page.isPresent()) {
            page.get().lines().forEach(terminal::say);
            if (options.ldapUrl != null) {
                terminal.complain("this is a rule; for a login of that name: vmail explain uid:" + subject);
            }
            return ExitCode.DONE.number();
        }
        return explain(question()).number();
    }

    private Question question() throws Refused {
        Question question;
        try {
            question = Question.of(subject);
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        if (question instanceof Question.Login && options.ldapUrl == null) {
            throw new Refused(
                    ExitCode.USAGE,
                    "there is no rule " + subject + "; did you mean " + Rules.nearest(subject)
                            + "? `vmail explain` without a rule lists them all. To explain a login, give --ldap-url and"
                            + " --account-base");
        }
        return question;
    }

    private ExitCode explain(Question question)
            throws Refused, IOException, UnsafeSettings, DirectoryUnavailable, IncompleteRead {
        Settings settings = options.settings();
        try (ConfiguredDirectory directory = ConfiguredDirectory.required(settings)) {
            Explainer explainer = new Explainer(settings, directory.open().connection());
            Explanation explanation = live
                    ? explainer.explain(question, new LivePostfix(postfixConfig.toAbsolutePath()))
                    : explainer.explain(question);
            if (options.format == SettingsOptions.Format.json) {
                ExplanationJson.write(explanation, terminal);
            } else {
                ExplanationText.write(explanation, terminal);
            }
            if (explanation.isInconclusive()) {
                return ExitCode.INCONCLUSIVE;
            }
            return explanation.hasFault() ? ExitCode.FINDINGS : ExitCode.DONE;
        }
    }
}
