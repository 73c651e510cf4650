package vmail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "mydomain.nl,mydomain.nl",
        "' MyDomain.NL ',mydomain.nl",
        "dómain1.com,xn--dmain1-bxa.com",
        "DÓMAIN1.com,xn--dmain1-bxa.com",
        "do\u0301main1.com,xn--dmain1-bxa.com",
        "xn--dmain1-bxa.com,xn--dmain1-bxa.com",
        "XN--dmain1-bxa.com,xn--dmain1-bxa.com",
        "почта.рф,xn--80a1acny.xn--p1ai",
        "例え.jp,xn--r8jz45g.jp",
    })
    void writesOtherLettersAsALabels(String text, String ascii) {
        assertThat(DomainName.of(text)).hasToString(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dómªin1.com",
                "straße.de",
                "βόλος.gr",
                "a\u200db.com",
                "a\u200cb.com",
                "☃.com",
                "ｍydomain.nl",
                "ﬁrm.nl",
                "mydomain。nl",
                "é_a.nl",
                "é a.nl",
                "é@mydomain.nl",
                "éeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.nl"
            })
    void refusesWhatMayBeAnothersDomain(String text) {
        assertThatThrownBy(() -> DomainName.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the domain ");
    }

    @Test
    void saysWhatToDo() {
        assertThatThrownBy(() -> DomainName.of("straße.de"))
                .hasMessage(
                        "the domain straße.de has letters that programs write in ASCII in different ways; give it as its "
                                + "registrar does, xn--...");
    }
}
