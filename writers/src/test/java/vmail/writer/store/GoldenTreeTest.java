package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.store.Owner;
import vmail.store.StoreItem;
import vmail.writer.store.StoreOutcome.AlreadyThere;
import vmail.writer.store.StoreOutcome.Made;

class GoldenTreeTest {

    private static final String MAILDIRMAKE = "/usr/bin/maildirmake.courier";

    @TempDir
    Path directory = Path.of("");

    @Test
    void isWhatTheHowtosScriptMakes() throws IOException, LDIFException {
        Howto howto = Howto.in(directory);
        Path base = howto.base().path();

        List<StoreOutcome> outcomes = howto.make();

        assertThat(Tree.of(base)).containsExactlyElementsOf(Tree.golden(base, Howto.owner()));
        assertThat(outcomes).hasSize(9).allMatch(Made.class::isInstance);
        for (String person : List.of("albert.onestone", "seven.of.nine")) {
            assertThat(base.resolve(person + "/Maildir/shared-maildirs"))
                    .hasContent("Timetravel_weekly\t" + base + "/shared.maildirs/timetravel.weekly\n");
        }
    }

    @Test
    void namesWhatWasMadeParentsFirst() throws IOException, LDIFException {
        Howto howto = Howto.in(directory);
        Path base = howto.base().path();

        List<StoreOutcome> outcomes = howto.make(howto.timetravel());

        Path maildir = base.resolve("shared.maildirs/timetravel.weekly");
        List<StoreItem> items = howto.timetravel();
        assertThat(outcomes)
                .containsExactly(
                        new Made(items.get(0), List.of(base.resolve("shared.maildirs"), maildir)),
                        new Made(items.get(1), List.of(maildir.resolve(".incoming"))),
                        new Made(items.get(2), List.of(maildir.resolve(".past.editions"))),
                        new Made(items.get(3), List.of(maildir.resolve(".future.editions"))),
                        new Made(
                                items.get(4),
                                List.of(
                                        base.resolve("shared"),
                                        base.resolve("shared/timetravel.weekly"),
                                        base.resolve("shared/timetravel.weekly/incoming"))));
    }

    @Test
    void staysUntouchedOnASecondRun() throws IOException, LDIFException {
        Howto howto = Howto.in(directory);
        howto.make();
        Map<Path, Object> before = Tree.changeTimes(howto.base().path());

        List<StoreOutcome> outcomes = howto.make();

        assertThat(outcomes).hasSize(9).allMatch(AlreadyThere.class::isInstance);
        assertThat(Tree.changeTimes(howto.base().path())).isEqualTo(before);
    }

    @Test
    void isTheSameAccountByAccount() throws IOException, LDIFException {
        Howto howto = Howto.in(directory);

        howto.make(howto.timetravel());
        howto.make(howto.seven());
        howto.make(howto.albert().subList(0, 1));
        howto.make(howto.albert());

        Path base = howto.base().path();
        assertThat(Tree.of(base)).containsExactlyElementsOf(Tree.golden(base, Howto.owner()));
    }

    @Test
    void belongsToTheOwnerWhenRootMakesIt() throws IOException, LDIFException {
        assumeTrue(Howto.owner().equals("0:0"), "SKIPPED: only root can make stores for somebody else");
        Howto howto = new Howto(directory.resolve("new/vmail"));
        Path base = howto.base().path();

        try (StoreWriter writer = StoreWriter.open(howto.base(), Optional.of(new Owner(5000, 5001)), true)) {
            writer.make(howto.all());
        }

        assertThat(Tree.of(base)).containsExactlyElementsOf(Tree.golden(base, "5000:5001"));
    }

    @Test
    void isByteForByteWhatMaildirmakeMakes() throws IOException, InterruptedException, LDIFException {
        assumeTrue(Files.isExecutable(Path.of(MAILDIRMAKE)), "SKIPPED: no " + MAILDIRMAKE + " (package courier-base)");
        Howto howto = Howto.in(directory);
        Path base = howto.base().path();
        howto.make();
        List<String> ours = Tree.of(base);
        byte[] line = Files.readAllBytes(base.resolve("albert.onestone/Maildir/shared-maildirs"));
        Files.move(base, directory.resolve("ours"));

        makeWithCourier(base);

        assertThat(ours).containsExactlyElementsOf(Tree.of(base));
        assertThat(base.resolve("albert.onestone/Maildir/shared-maildirs")).hasBinaryContent(line);
    }

    /** The howto's script (1.8), its commands alone. */
    private static void makeWithCourier(Path base) throws IOException, InterruptedException {
        String script = """
                set -e; umask 022; cd /
                mkdir "$0"; chmod 0755 "$0"
                for person in albert.onestone seven.of.nine; do
                  mkdir -p "$0/$person"
                  %1$s "$0/$person/Maildir"
                done
                mkdir "$0/shared" "$0/shared.maildirs"
                M="$0/shared.maildirs/timetravel.weekly"
                %1$s -S "$M"
                for box in incoming past.editions future.editions; do %1$s -s write -f $box "$M"; done
                mkdir -p "$0/shared/timetravel.weekly"
                ln -s "$M/.incoming" "$0/shared/timetravel.weekly/incoming"
                for person in albert.onestone seven.of.nine; do
                  %1$s --add "Timetravel_weekly=$M" "$0/$person/Maildir"
                done
                """.formatted(MAILDIRMAKE);
        Process process = new ProcessBuilder("/bin/sh", "-c", script, base.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
