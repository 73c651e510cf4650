package vmail.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.message.MessageName.Form;

class MessageNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1795365967.Vfe00I434012M733525.vm|1795365967.Vfe00I434012M733525.vm|BARE",
                "1795365967.M1P2.vm,S=26,W=27:2,RS|1795365967.M1P2.vm,S=26,W=27|MARKED",
                "1795365967.M1P2.vm,U=12:2,|1795365967.M1P2.vm,U=12|MARKED",
                "1795365967.M1P2.vm:2,FSab|1795365967.M1P2.vm|MARKED",
                "1795365967.M1P2.a\\072b:2,S|1795365967.M1P2.a\\072b|MARKED",
                "1795365967.M1P2.host-2,S=26|1795365967.M1P2.host-2,S=26|BARE",
                "1795365967.M1P2.vm!2,S|1795365967.M1P2.vm|ODD",
                "1795365967.M1P2.vm;2,|1795365967.M1P2.vm|ODD",
                "1795365967.M1P2.vm:2,S:2,S|1795365967.M1P2.vm|ODD",
                "1795365967.M1P2.vm:1,x|1795365967.M1P2.vm|ODD",
                "1795365967.M1P2.vm:2,S,T=3|1795365967.M1P2.vm|ODD",
                "mail.12|mail.12|BARE"
            })
    void tellsFlagsFromTheRest(String name, String base, Form form) {
        assertThat(MessageName.of(name)).isEqualTo(new MessageName(base, form));
    }

    @Test
    void tellsWhenAMessageWasDelivered() {
        assertThat(MessageName.delivered("1700000001.V1I1M1.vm:2,S")).contains(Instant.ofEpochSecond(1_700_000_001));
        assertThat(MessageName.delivered("1.eml")).isEmpty();
        assertThat(MessageName.delivered("17000000011.vm")).isEmpty();
    }

    @Test
    void tellsWhetherAMessageIsMarkedAsDeleted() {
        assertThat(MessageName.isDeleted("1.Tom:2,ST")).isTrue();
        assertThat(MessageName.isDeleted("1.Tom:2,S")).isFalse();
        assertThat(MessageName.isDeleted("1.Tom")).isFalse();
    }
}
