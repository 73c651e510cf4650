package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.fault.FaultKind;
import vmail.fault.FaultKinds;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

class FaultsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void isNotInTheShortHelpAndHasOneOfItsOwn() throws IOException, InterruptedException {
        assertThat(Cli.here().run("--help").out()).doesNotContain("faults");
        assertThat(Cli.here().run("faults", "--help").out()).contains("vmail faults --list", "answers.txt");
    }

    @Test
    void listsAllKinds() throws IOException, InterruptedException {
        Ran ran = Cli.here().run("faults", "--list");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSameSizeAs(FaultKinds.all());
        assertThat(ran.out()).contains("""
                link-is-directory            delivery-link-is-link      UNSEEN    a real directory with mail is where the delivery""");
    }

    @Test
    void makesWhatIsAskedForAndTheAuditFindsIt() throws IOException, InterruptedException {
        Path broken = folder.resolve("broken");
        Ran ran = Cli.here().run("faults", "link-is-directory", "no-mail", "stray-line", "--into=" + broken);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("made 3 faults among 41 accounts in " + broken + "\n");
        Ran audit = Cli.here().run("audit", "--settings=" + broken.resolve("vmail.properties"), "--format=json");
        assertThat(audit.code()).isEqualTo(1);
        assertThat(Json.of(audit.out()).each("findings", "rule"))
                .containsExactlyInAnyOrder("delivery-link-is-link", "required-attributes", "no-stray-subscription");
        assertThat(Files.readString(broken.resolve("answers.txt")))
                .startsWith("link-is-directory: a real directory with mail is where the delivery link belongs")
                .contains("\n  [delivery-link-is-link] UNSEEN cn=Amsterbaan gazette,ou=Tokelau,o=company "
                        + broken.resolve("vmail/shared/amsterbaan.gazette/incoming") + "\n");
    }

    @Test
    void makesOneOfEachAndSaysWhatItLeavesOut() throws IOException, InterruptedException {
        Path broken = folder.resolve("broken");
        Ran ran = Cli.here().run("faults", "all", "--into=" + broken);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("vmail: left out base-missing: nothing can be said about accounts");
        Ran audit = Cli.here()
                .run(
                        "audit",
                        "--deep",
                        "--max-ops=0",
                        "--settings=" + broken.resolve("vmail.properties"),
                        "--format=json");
        List<String> rules = FaultKinds.all().stream()
                .filter(kind -> !ran.err().contains("left out " + kind.id() + ":"))
                .map(FaultKind::rule)
                .distinct()
                .toList();
        assertThat(Json.of(audit.out()).each("findings", "rule")).containsAll(rules);
        assertThat(ran.err().contains("left out maildir-of-root:")).isNotEqualTo(MailOwner.isRoot());
    }

    @Test
    void refusesAFolderThatIsInUse() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("something"));

        Ran ran = Cli.here().run("faults", "no-mail", "--into=" + folder);

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).isEqualTo("vmail: " + folder + " is not empty. Name another folder with --into\n");
    }

    @Test
    void namesTheKindThatWasMeant() throws IOException, InterruptedException {
        Ran ran = Cli.here().run("faults", "no-lnk", "--into=" + folder.resolve("broken"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("vmail: no kind of fault no-lnk; did you mean no-link? See: vmail faults --list\n");
    }
}
