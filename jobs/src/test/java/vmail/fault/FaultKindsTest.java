package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vmail.rule.ReadableRecord;
import vmail.rule.Rule;
import vmail.rule.Rules;
import vmail.rule.RunRule;
import vmail.rule.SurroundingsRule;

class FaultKindsTest {

    /** Rules that the kit can not break, with the reason. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("unique-dn", "a directory has no DN twice"),
            Map.entry("below-account-base", "the search for accounts starts at the account base"),
            Map.entry("naming-value", "no server keeps an entry without the values of its RDN"),
            Map.entry("maildir-on-one-device", "takes a second file system to be mounted"),
            Map.entry("folder-size", "takes fifty thousand messages"),
            Map.entry("account-in-use", "takes an entry that is a year old"),
            Map.entry("inactive-gets-no-mail", "takes an entry that is older than its mail"),
            Map.entry("domain-below-system-base", "an audit reads what is below the system base"),
            Map.entry("domain-in-use", "judged on request"),
            Map.entry("postmaster-present", "judged on request"),
            Map.entry("inactive-not-for-long", "judged on request, and takes an entry that is old"));

    @Test
    void thereIsOneForEveryRuleOfTheAudit() {
        Set<String> broken = FaultKinds.all().stream().map(FaultKind::rule).collect(Collectors.toSet());

        Set<String> missing = new TreeSet<>(rulesOfTheAudit());
        missing.removeAll(broken);

        assertThat(missing).isEqualTo(new TreeSet<>(LEFT_OUT.keySet()));
    }

    @Test
    void everyOneBreaksARuleThatThereIs() {
        assertThat(FaultKinds.all())
                .allSatisfy(kind -> assertThat(rulesOfTheAudit()).as(kind.id()).contains(kind.rule()));
    }

    @Test
    void idsAreUniqueAndKebabCase() {
        List<String> ids = FaultKinds.all().stream().map(FaultKind::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void sentencesAreShortAndStartLikeMessages() {
        assertThat(FaultKinds.all())
                .allSatisfy(
                        kind -> assertThat(kind.sentence()).doesNotEndWith(".").matches("[a-z].{10,120}"));
    }

    private static List<String> rulesOfTheAudit() {
        return Rules.catalogue().stream()
                .filter(rule -> !(rule instanceof RunRule)
                        && !(rule instanceof SurroundingsRule)
                        && !(rule instanceof ReadableRecord))
                .map(Rule::id)
                .toList();
    }
}
