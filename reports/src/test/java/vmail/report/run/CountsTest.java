package vmail.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void addsUpWhenEveryRecordIsSomewhere() {
        Counts counts = new Counts(120, 100, 5, 30, 3, 10, 5, 0);

        assertThat(counts.addUp()).isTrue();
        assertThat(counts.sum()).isEqualTo("read 120 = 100 accounts + 5 shared + 10 rejected + 5 skipped + 0 lost");
        assertThatCode(counts::mustAddUp).doesNotThrowAnyException();
    }

    @Test
    void isAFaultOfOursWhenARecordIsNowhere() {
        Counts counts = new Counts(120, 99, 5, 30, 3, 10, 5, 0);

        assertThatThrownBy(counts::mustAddUp)
                .isInstanceOf(AssertionError.class)
                .hasMessage("the counts do not add up: read 120 = 99 accounts + 5 shared + 10 rejected + 5 skipped"
                        + " + 0 lost. This is a fault of vmail");
    }
}
