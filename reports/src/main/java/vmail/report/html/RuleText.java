package vmail.report.html;

import java.util.List;
import java.util.Optional;
import vmail.rule.RulePage;

/**
 * What {@code vmail explain RULE} says of a rule.
 *
 * @param lines without the name of the rule
 */
public record RuleText(String rule, List<String> lines) {

    /** Empty of what has no page. */
    static Optional<RuleText> of(String rule) {
        return RulePage.of(rule)
                .map(page -> new RuleText(
                        rule, page.lines().skip(1).dropWhile(String::isEmpty).toList()));
    }
}
