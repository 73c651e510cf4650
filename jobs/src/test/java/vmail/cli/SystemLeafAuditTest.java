package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Json;
import vmail.lab.Ran;

/** The audit judges the domains that Postfix accepts, too, as they stand in the directory. */
class SystemLeafAuditTest {

    private static final String NL = "dc=nl,ou=postfix, ou=System, o=company";

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void open() throws IOException {
        trial = Trial.in(folder);
    }

    @Test
    void namesWhatIsWrongWithTheirEntries() throws IOException, InterruptedException {
        importing("associatedDomain: MyDomain.nl\nassociatedDomain: testdomain.nu\nassociatedDomain: youdomain.nl.");

        Ran ran = trial.run("audit");

        assertThat(Sample.withoutEffects(ran.out()).lines().filter(line -> line.startsWith("directory: ")))
                .containsExactly(
                        "directory: warning: [domain-well-formed] " + NL
                                + ": associatedDomain youdomain.nl. ends with a"
                                + " dot. Write associatedDomain: youdomain.nl.",
                        "directory: note: [domain-well-formed] " + NL
                                + ": associatedDomain MyDomain.nl has upper case or"
                                + " blanks at an end. Write associatedDomain: mydomain.nl.",
                        "directory: note: [unique-domain] " + NL
                                + ": associatedDomain testdomain.nu is also in dc=nu,ou=postfix,"
                                + " ou=System, o=company. Delete the value here.");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void judgesOnRequestWhatASoundSystemMayDoWithout() throws IOException, InterruptedException {
        importing("associatedDomain: mydomain.nl");

        Json silent = Json.of(trial.run("audit", "--format=json").out());
        Json asked = Json.of(trial.run(
                        "audit",
                        "--format=json",
                        "--severity=postmaster-present=warning",
                        "--severity=domain-in-use=note")
                .out());

        assertThat(silent.list("findings")).isEmpty();
        assertThat(asked.each("findings", "rule"))
                .containsExactly(
                        "postmaster-present",
                        "postmaster-present",
                        "postmaster-present",
                        "domain-in-use",
                        "domain-in-use");
        assertThat(asked.each("findings", "severity")).containsExactly("warning", "warning", "warning", "note", "note");
    }

    private void importing(String domainsOfNl) throws IOException, InterruptedException {
        Path howto = Path.of("../sample-data/howto");
        Path accounts = trial.file(
                "accounts.ldif",
                Files.readString(howto.resolve("accounts.ldif")).replace("/vmail/", trial.mailBase() + "/"));
        Path domains = trial.file(
                "domains.ldif",
                Files.readString(howto.resolve("domains.ldif")).replace("associatedDomain: mydomain.nl", domainsOfNl));
        assertThat(trial.importing(accounts.toString(), domains.toString()).code())
                .isLessThan(2);
    }
}
