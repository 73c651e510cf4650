package vmail.reader.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.rule.StoreRule;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Present;

@Timeout(60)
class SubscriptionLookTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Mailbase base;

    @BeforeEach
    void makeTree() throws IOException {
        base = Mailbase.in(directory);
    }

    @Test
    void readsLinesAsCourierDoes() throws IOException {
        for (String line : List.of(
                "Timetravel_weekly\t" + base.timetravel,
                "# mine\n\nother\t/x\nTimetravel_weekly   " + base.timetravel + "/\n",
                "Timetravel_weekly\t" + base.timetravel + "#comment\n")) {
            assertThat(with(line)).as(line).isEqualTo(new Present());
        }
    }

    @Test
    void findsALineMissing() throws IOException {
        for (String line : List.of(
                "",
                "timetravel_weekly\t" + base.timetravel + "\n",
                "# Timetravel_weekly\t" + base.timetravel + "\n",
                "Timetravel_weekly_2\t" + base.timetravel + "\n")) {
            assertThat(with(line)).as(line).isEqualTo(new Missing());
        }
    }

    @Test
    void findsTheNickWithAnotherPath() throws IOException {
        Fault fault = fault("Timetravel_weekly\t" + base.path + "/shared.maildirs/other\n");

        assertThat(base.asOnPage(fault)).isEqualTo(Mailbase.example(StoreRule.SUBSCRIPTION_LINE));
    }

    @Test
    void findsTheNickTwice() throws IOException {
        Fault fault = fault(base.subscription.line() + "\nTimetravel_weekly\t/vmail/x\u0007\n");

        assertThat(fault.found())
                .isEqualTo(base.subscription.path() + " line 2 names /vmail/x\\x07 as Timetravel_weekly, expected "
                        + base.timetravel);
    }

    @Test
    void findsWindowsLineEnds() throws IOException {
        Fault fault = fault(base.subscription.line() + "\r\n");

        assertThat(fault)
                .isEqualTo(new Fault(
                        Fault.Kind.SUBSCRIPTION_LINE,
                        base.subscription.path(),
                        base.subscription.path() + " line 1 ends with CR LF, so that Courier looks for a directory with"
                                + " a CR in its name",
                        "Run as the mail owner: sed -i 's/\\r$//' " + base.subscription.path()));
    }

    @Test
    void findsADirectoryInPlaceOfTheFile() throws IOException {
        Files.delete(base.subscription.path());
        Files.createDirectory(base.subscription.path());

        assertThat(base.asOnPage(fault())).isEqualTo(Mailbase.example(StoreRule.SUBSCRIPTION_FILE));
    }

    @Test
    void doesNotFollowALink() throws IOException {
        Files.delete(base.subscription.path());
        Files.createSymbolicLink(base.subscription.path(), base.path.resolve("seven.of.nine/Maildir/shared-maildirs"));

        assertThat(fault().found()).isEqualTo(base.subscription.path() + " is a symbolic link, expected a file");
    }

    @Test
    void doesNotWaitForAFifo() throws IOException, InterruptedException {
        Files.delete(base.subscription.path());
        Mailbase.makeFifo(base.subscription.path());

        assertThat(fault().found()).isEqualTo(base.subscription.path() + " is a FIFO, expected a file");
    }

    @Test
    void doesNotReadAHugeFile() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(base.subscription.path().toString(), "rw")) {
            file.setLength(10L << 20);
        }

        assertThat(fault().found())
                .isEqualTo(base.subscription.path() + " has 10485760 bytes, expected 1048576 at most");
    }

    private ItemState with(String content) throws IOException {
        Files.writeString(base.subscription.path(), content);
        return base.inspector().inspect(base.subscription);
    }

    private Fault fault(String content) throws IOException {
        Files.writeString(base.subscription.path(), content);
        return fault();
    }

    private Fault fault() throws IOException {
        List<Fault> faults = Mailbase.faults(base.inspector().inspect(base.subscription));
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }
}
