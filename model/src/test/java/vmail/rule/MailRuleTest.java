package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmail.message.Oddity;

class MailRuleTest {

    @ParameterizedTest
    @EnumSource(MailRule.class)
    void hasAnExampleOnItsPage(MailRule rule) throws IOException {
        assertThat(RulePage.of(rule.id()).orElseThrow())
                .contains("\n    directory: " + rule.severity() + ": [" + rule.id() + "] cn=");
    }

    @ParameterizedTest
    @EnumSource(Oddity.class)
    void isThereForEveryOddity(Oddity oddity) {
        assertThat(MailRule.of(oddity)).isNotNull();
    }

    @Test
    void isNamedAfterWhatHolds() {
        assertThat(MailRule.NO_STALE_TMP.id()).isEqualTo("no-stale-tmp");
    }
}
