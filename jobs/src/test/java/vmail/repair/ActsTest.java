package vmail.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vmail.rule.Mending;
import vmail.rule.Rule;
import vmail.rule.Rules;

class ActsTest {

    private static final Set<Mending> NEEDS_AN_ACT = Set.of(Mending.AUTOMATIC, Mending.PLANNED);

    /** Of these only some cases can be repaired, which their findings say. */
    private static final List<String> IN_SOME_CASES =
            List.of("delivery-link-target", "store-well-formed", "see-also-shared", "domain-well-formed");

    @Test
    void everyRuleThatCanBeMendedHasItsAct() {
        List<String> mended = Rules.catalogue().stream()
                .filter(rule -> NEEDS_AN_ACT.contains(rule.mending()))
                .map(Rule::id)
                .toList();

        assertThat(mended).isNotEmpty().allMatch(rule -> Acts.of(rule).isPresent());
    }

    @Test
    void everyActIsOfARuleThatSaysSo() {
        List<String> byHand = Rules.catalogue().stream()
                .filter(rule -> !NEEDS_AN_ACT.contains(rule.mending()))
                .map(Rule::id)
                .toList();

        assertThat(Acts.rules()).isNotEmpty().allMatch(rule -> IN_SOME_CASES.contains(rule) || !byHand.contains(rule));
    }

    @Test
    void whatOpensTheWayComesFirst() {
        assertThat(Acts.order("parent-usable")).isLessThan(Acts.order("maildir-present"));
        assertThat(Acts.order("shared-folder-present")).isLessThan(Acts.order("delivery-link-present"));
        assertThat(Acts.order("nobody-knows-it")).isEqualTo(Integer.MAX_VALUE);
    }
}
