package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Json;
import vmail.lab.Ran;

/** What commands refuse to do after something has gone wrong around them, until somebody confirms it. */
class BrakesTest {

    private static final String HEAD =
            "cn,sn,uid,mail,mailAlternateAddress,userPassword,mailMessageStore,accountStatus,postOfficeBox,seeAlso";

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void bringThirtyPeople() throws IOException, InterruptedException {
        trial = Trial.in(folder);
        assertThat(importing(people("Hansen")).code()).isLessThan(2);
        assertThat(trial.run("audit").code()).isLessThan(2);
    }

    @Test
    void nothingIsMadeInAMailBaseThatIsNotMounted() throws IOException, InterruptedException {
        unmount();

        for (String[] command : new String[][] {
            {"make-stores"}, {"import", source(people("Hansen"))}, {"activate", source(people("Hansen"))}
        }) {
            Ran ran = trial.run(command);

            assertThat(ran.code()).as(Arrays.toString(command)).isEqualTo(5);
            assertThat(ran.err())
                    .isEqualTo("vmail: the mail base " + trial.mailBase()
                            + " is empty, and had 30 maildirs at the last audit, as if its file system were not mounted."
                            + " Mount it (findmnt -T " + trial.mailBase()
                            + "); if that is right, say so with --confirm 30\n");
            assertThat(trial.mailBase()).isEmptyDirectory();
        }

        assertThat(trial.run("make-stores", "--confirm=30").code()).isLessThan(2);
        assertThat(trial.mailBase()).isNotEmptyDirectory();
    }

    @Test
    void aMailBaseThatIsAnotherIsNotWrittenTo() throws IOException, InterruptedException {
        unmount();
        Files.createDirectory(trial.mailBase().resolve("lost+found"));

        Ran ran = trial.run("make-stores");

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains(" is another directory (inode ", ", and had 30 maildirs at the last audit");
    }

    @Test
    void theAuditComparesItselfWithTheLastOne() throws IOException, InterruptedException {
        Files.move(trial.mailBase(), folder.resolve("elsewhere"));
        copy(folder.resolve("elsewhere"), trial.mailBase());

        Json moved = Json.of(trial.run("audit", "--format=json").out());
        Ran repair = trial.run("repair");
        Ran said = trial.run("audit", "--new-baseline");

        assertThat(moved.text("verdict")).isEqualTo("inconclusive");
        assertThat(moved.list("findings")).isEmpty();
        assertThat(repair.code()).isEqualTo(4);
        assertThat(said.code()).isLessThan(2);
        assertThat(trial.run("audit").code()).isLessThan(2);
    }

    @Test
    void anImportThatWouldChangeManyAccountsWaitsForTheNumber() throws IOException, InterruptedException {
        String changed = source(people("Hanson"));

        Ran ran = trial.run("import", changed);
        Ran other = trial.run("import", "--confirm=29", changed);
        Ran reported = trial.run("import", "--no-update", changed);

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err())
                .contains(
                        "30 changes of accounts are more than 10 % of 30 accounts (--max-percent). Look at them with vmail"
                                + " plan; if that is right, say so with --confirm 30\n");
        assertThat(other.code()).isEqualTo(5);
        assertThat(other.err()).contains(", and not the confirmed 29.");
        assertThat(reported.code()).isEqualTo(1);
        assertThat(Json.of(trial.run("import", "--format=json", "--confirm=30", changed)
                                .out())
                        .number("changed"))
                .isEqualTo(30);
        assertThat(trial.run("import", changed).code()).isLessThan(2);
    }

    private Ran importing(String csv) throws IOException, InterruptedException {
        return trial.importing(source(csv), "../sample-data/howto/domains.ldif");
    }

    private String source(String csv) throws IOException {
        return trial.file("people.csv", csv).toString();
    }

    private String people(String surname) {
        return HEAD + "\n"
                + IntStream.rangeClosed(1, 30)
                        .mapToObj(number ->
                                "Drone %1$d,%2$s,drone%1$d,drone%1$d@anotherdomain.nu,,secret%1$d,%3$s/drone%1$d/Maildir/,active,,"
                                        .formatted(number, surname, trial.mailBase()))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private void unmount() throws IOException {
        Files.move(trial.mailBase(), folder.resolve("unmounted"));
        Files.createDirectory(trial.mailBase());
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
        assertThat(copying.waitFor()).isZero();
    }
}
