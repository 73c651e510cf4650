package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;

/** Each thing that is wrong with the mail base is found, and nothing beside it. */
class MailBaseDoctorTest {

    @RegisterExtension
    static final Ward WARD = new Ward();

    @Test
    void theMailBaseIsMissing() throws IOException, InterruptedException {
        Path base = site().folder().resolve("missing");

        Ran ran = patient().examineWithoutServers("--mail-base=" + base, "--format=json");

        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).containsExactly("mail-base-usable");
        assertThat(diagnosis.unknown()).isEmpty();
        assertThat(diagnosis.messages()).containsExactly("the mail base is missing");
    }

    @Test
    void theMailBaseIsAFile() throws IOException, InterruptedException {
        Path base = site().file("file", "");

        assertProblem(base, "mail-base-usable", "mail base " + base + " is a file, not a directory");
    }

    @Test
    void theMailBaseBelongsToSomebodyElse() throws IOException, InterruptedException {
        Ran ran = patient().examineWithoutServers("--owner=4999:4999", "--format=json");

        assertThat(Diagnosis.of(ran).problems()).containsExactly("mail-base-usable", "shared-roots-usable");
    }

    @Test
    void everybodyCanWriteInTheMailBase() throws IOException, InterruptedException {
        Path base = base("open", "rwxrwxrwx");
        root(base, "albert.onestone", "rwxr-xr-x");

        assertProblem(
                base,
                "mail-base-guarded",
                "everybody can write there (mode 0777), and put a link where mail will be delivered");
    }

    @Test
    void theMailBaseIsEmptyThoughThereAreAccounts() throws IOException, InterruptedException {
        Path base = base("unmounted", "rwxr-xr-x");

        assertProblem(base, "mail-base-mounted", "the mail base is empty, but 3 accounts have stores there");
    }

    @Test
    void theSharedRootsAreMissing() throws IOException, InterruptedException {
        Path base = base("bare", "rwxr-xr-x");
        root(base, "albert.onestone", "rwxr-xr-x");
        Files.delete(base.resolve("shared"));

        assertProblem(base, "shared-roots-present", "it is missing; mail for shared accounts has no place");
    }

    @Test
    void theMailOwnerCanNotWriteInTheSharedRoots() throws IOException, InterruptedException {
        Path base = base("closed", "rwxr-xr-x");
        root(base, "albert.onestone", "rwxr-xr-x");
        Files.setPosixFilePermissions(base.resolve("shared"), PosixFilePermissions.fromString("r-xr-xr-x"));

        assertProblem(
                base,
                "shared-roots-usable",
                "it belongs to %1$d:%1$d with mode 0555, so the mail owner %1$d:%1$d can not write there"
                        .formatted(MailOwner.uid()));
    }

    /** A mail base with its two roots, and nobody's mail. */
    private static Path base(String name, String permissions) throws IOException {
        Path base = root(site().folder(), name, permissions);
        root(base, "shared", "rwxr-xr-x");
        root(base, "shared.maildirs", "rwxr-xr-x");
        return base;
    }

    private static Path root(Path above, String name, String permissions) throws IOException {
        Path made = Files.createDirectory(above.resolve(name));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
        MailOwner.own(made);
        return made;
    }

    private static void assertProblem(Path base, String rule, String message) throws IOException, InterruptedException {
        Ran ran = patient().examineWithoutServers("--mail-base=" + base, "--format=json", "--threshold=note");

        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).as(ran.out()).containsExactly(rule);
        assertThat(diagnosis.messages()).containsExactly(message);
        assertThat(diagnosis.unknown()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
    }

    private static Patient patient() {
        return WARD.patient();
    }

    private static Site site() {
        return patient().site();
    }
}
