package vmail.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vmail.rule.DomainRule;
import vmail.rule.Effect;
import vmail.rule.Rule;
import vmail.rule.Rules;
import vmail.rule.RunRule;
import vmail.rule.SurroundingsRule;

class TopicTest {

    private static final Set<String> OF_ENTRIES = Set.of(
            "account-status",
            "required-attributes",
            "valid-by-schema",
            "below-account-base",
            "unique-dn",
            "visible-names",
            // of sources; no account of a directory breaks it
            "readable-record");

    /** A new rule that bears on mail has to be given its place on the way, or it shows with the entry. */
    @Test
    void givesEachRuleThatMattersItsPlace() {
        Map<Topic, List<String>> rules = Rules.catalogue().stream()
                .filter(rule -> rule.effect() != Effect.NONE)
                // what is around, and what happens on the way in, is not about accounts of the directory
                .filter(rule ->
                        !(rule instanceof SurroundingsRule || rule instanceof RunRule || rule instanceof DomainRule))
                .collect(groupingBy(rule -> Topic.of(rule.id()), mapping(Rule::id, toList())));

        assertThat(rules.get(Topic.ENTRY))
                .contains("account-status", "required-attributes", "valid-by-schema", "below-account-base", "unique-dn")
                .allSatisfy(id -> assertThat(OF_ENTRIES).contains(id));
    }

    @Test
    void namesRulesThatThereAre() {
        List<String> ids = Rules.catalogue().stream().map(Rule::id).toList();

        assertThat(ids).containsAll(Topic.named());
    }
}
