package vmail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "albert.onestone@anotherdomain.nu",
                "s.o.9@AnotherDomain.NU",
                "o'brien+tag@mydomain.nl",
                "x@xn--bcher-kva.example"
            })
    void acceptsWhatPostfixDelivers(String value) {
        assertThat(MailAddress.fault(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' ' | is empty",
                "a b@mydomain.nl | has a blank or a control character",
                "älbert@mydomain.nl | is not ASCII (a domain with other letters is written as xn--...)",
                "albert | has no @",
                "a@b@mydomain.nl | has more than one @",
                "@mydomain.nl | has nothing in front of the @",
                "*@mydomain.nl | has a *, which stands for itself here and catches no other mail",
                "a..b@mydomain.nl | has in front of the @ a character that needs quotes, or a dot too many",
                ".a@mydomain.nl | has in front of the @ a character that needs quotes, or a dot too many",
                "a@localhost | has a domain without a dot",
                "a@mydomain.nl. | has a malformed domain",
                "a@-my.nl | has a malformed domain",
                "a@[127.0.0.1] | has a malformed domain"
            })
    void namesTheFault(String value, String fault) {
        assertThat(MailAddress.fault(value)).contains(fault);
    }

    @Test
    void countsLengths() {
        assertThat(MailAddress.fault("a".repeat(65) + "@mydomain.nl"))
                .contains("has more than 64 characters in front of the @");
        assertThat(MailAddress.fault("a@" + "b.".repeat(130) + "nl")).contains("is longer than 254 characters");
    }

    @Test
    void refusesControls() {
        assertThat(MailAddress.fault("a@mydomain.nl\n")).contains("has a blank or a control character");
    }

    @Test
    void takesAnAddressApart() {
        assertThat(MailAddress.of("Ao@AnotherDomain.nu")).contains(new MailAddress("Ao", "anotherdomain.nu"));
        assertThat(MailAddress.of("ao")).isEmpty();
    }
}
