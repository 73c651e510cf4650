package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmail.store.Fault;

class StoreRuleTest {

    @ParameterizedTest
    @EnumSource(StoreRule.class)
    void hasAPageThatAgreesWithIt(StoreRule rule) throws IOException {
        String page = page(rule.id());

        assertThat(page)
                .startsWith(rule.id() + "\n")
                .containsSubsequence("\nWhat\n", "\nWhy\n", "\nWhat happens to mail\n", "\nRemedy\n", "\nExample\n")
                .contains("\n    Severity: " + rule.severity() + "\n")
                .contains("\n    Effect: " + rule.effect() + " (")
                .contains(": " + rule.severity() + ": [" + rule.id() + "] ");
    }

    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void isThereForEveryFault(Fault.Kind fault) {
        assertThat(StoreRule.of(fault)).isNotNull();
    }

    @Test
    void isNamedAfterWhatHolds() {
        assertThat(StoreRule.DELIVERY_LINK_IS_LINK.id()).isEqualTo("delivery-link-is-link");
    }

    private static String page(String id) throws IOException {
        try (InputStream page = Objects.requireNonNull(StoreRule.class.getResourceAsStream(id + ".txt"), id)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
