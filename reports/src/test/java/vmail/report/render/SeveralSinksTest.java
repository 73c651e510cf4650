package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vmail.report.Samples;
import vmail.rule.Effect;
import vmail.rule.Severity;

class SeveralSinksTest {

    private final Tally tally = new Tally();

    @Test
    void givesEachFindingToEach() {
        StringBuilder text = new StringBuilder();
        try (FindingSink all = FindingSink.all(List.of(new TextSink(text, false, 5), tally))) {
            all.add(Samples.twoMails());
            all.finish(Samples.auditRun());
        }

        assertThat(text.toString()).contains("[single-mail]").contains("run a1");
        assertThat(tally.severities()).isEqualTo(Map.of(Severity.ERROR, 1L));
        assertThat(tally.effects()).isEqualTo(Map.of(Effect.DOUBLE, 1L));
    }

    @Test
    void finishesTheOthersWhenOneFails() {
        StringBuilder text = new StringBuilder();
        FindingSink all = FindingSink.all(List.of(new JsonSink(new Broken()), new TextSink(text, false, 5)));
        all.add(Samples.twoMails());

        assertThatThrownBy(() -> all.finish(Samples.auditRun()))
                .isInstanceOf(ReportNotWritten.class)
                .hasMessageStartingWith("the JSON report could not be written: broken pipe");
        assertThat(text.toString()).contains("run a1");
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("broken pipe");
        }
    }
}
