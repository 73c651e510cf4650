package vmail.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.store.Subscription;
import vmail.writer.store.InTheWay;

class SubscriptionTextTest {

    private static final Subscription WEEKLY = new Subscription(
            Path.of("/vmail/a/Maildir/shared-maildirs"), "Weekly", Path.of("/vmail/shared.maildirs/weekly"));
    private static final String RIGHT = "Weekly\t/vmail/shared.maildirs/weekly\n";

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'Weekly\t/vmail/shared.maildirs/weekly\r\n', ''",
        "'Weekly\t/gone/weekly\n', ''",
        "'Weekly\n', ''",
        "'Weekly\tshared.maildirs/weekly\n', ''",
        "'Weekly\t/vmail//shared.maildirs/./weekly\n', ''",
        "'Weekly\t/vmail/shared.maildirs/weekly\nWeekly\t/vmail/shared.maildirs/weekly\n', ''",
        "'Weekly\t/gone/weekly\nWeekly\t/vmail/shared.maildirs/weekly\n', ''",
        "'# mine\nOther\t/vmail/shared.maildirs/other\n', '# mine\nOther\t/vmail/shared.maildirs/other\n'",
        "'Other\t/gone/other\n', 'Other\t/gone/other\n'"
    })
    void putsOurLinesRightAndLeavesTheOthers(String before, String others) throws IOException, InTheWay {
        assertThat(mended(before)).isEqualTo(others + RIGHT);
    }

    @Test
    void leavesAFileThatIsRightAsItIsToTheByte() throws IOException, InTheWay {
        String right = "#  \u00e9\r\n\nOther /vmail/shared.maildirs/other #\nWeekly   /vmail/shared.maildirs/weekly/";

        assertThat(mended(right)).isEqualTo(right);
        assertThat(SubscriptionText.of(right.getBytes(UTF_8)).isRight(List.of(WEEKLY)))
                .isTrue();
    }

    @Test
    void doesNotTouchALineOfOursThatLeadsToOtherMail() throws IOException, InTheWay {
        String other = "Weekly\t/vmail/shared.maildirs/monthly\n";

        assertThat(mended(other)).isEqualTo(other);
        assertThat(SubscriptionText.of(other.getBytes(UTF_8)).isRight(List.of(WEEKLY)))
                .isFalse();
    }

    @Test
    void takesOutTheLinesOfANickThatAreNotWanted() {
        String text = "Old\t/vmail/shared.maildirs/old\n" + RIGHT + "Old /vmail/shared.maildirs/old\nOlder\t/x\n";

        assertThat(new String(
                        SubscriptionText.of(text.getBytes(UTF_8))
                                .without("Old", List.of(WEEKLY))
                                .bytes(),
                        UTF_8))
                .isEqualTo(RIGHT + "Older\t/x\n");
        assertThat(new String(
                        SubscriptionText.of(text.getBytes(UTF_8))
                                .without("Weekly", List.of(WEEKLY))
                                .bytes(),
                        UTF_8))
                .isEqualTo(text);
    }

    private static String mended(String before) throws IOException, InTheWay {
        SubscriptionText text = SubscriptionText.of(before.getBytes(UTF_8))
                .mended(List.of(WEEKLY), path -> Stream.of("/gone").anyMatch(path::startsWith));
        return new String(text.bytes(), UTF_8);
    }
}
