package vmail.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;

class SettingsFileTest {

    private static final String TWICE = "../sample-data/broken/unique-mail/accounts.ldif";
    private static final String BASE = "account-base = ou=Tokelau,o=company\n";

    @TempDir
    private Path folder;

    @Test
    void holdsOptionsByTheirNames() throws IOException, InterruptedException {
        Path settings = settings("# of the howto\n" + BASE + "format = json\n");

        Ran ran = check("../sample-data/howto/accounts.csv", "--settings", settings.toString());

        assertThat(ran.code()).isZero();
        assertThat(Json.of(ran.out()).number("accounts")).isEqualTo(2);
    }

    @Test
    void holdsSeveritiesByRule() throws IOException, InterruptedException {
        Path settings = settings(BASE + "severity.unique-mail = note\n");

        assertThat(check(TWICE).code()).isEqualTo(1);
        assertThat(check(TWICE, "--settings=" + settings).code()).isZero();
    }

    @Test
    void tellsThatMailIsShared() throws IOException, InterruptedException {
        Path settings = settings(BASE + "share-mail = true\n");

        Ran ran = check(TWICE, "--settings=" + settings, "--threshold=note");

        assertThat(check(TWICE, "--settings=" + settings).code()).isZero();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains(": note: [unique-mail] ", "; each gets a copy. Nothing needs to be done if that is meant.")
                .doesNotContain("LOST");
    }

    @Test
    void judgesSharedMailAsItIsToldTo() throws IOException, InterruptedException {
        Ran ran = check(TWICE, "--share-mail", "--severity=unique-mail=warning", "--account-base=ou=Tokelau,o=company");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains(": warning: [unique-mail] ", "; each gets a copy.");
    }

    @Test
    void holdsDefaultsByAttribute() throws IOException, InterruptedException {
        Path settings = settings(BASE + "default.accountStatus = active\nformat = json\n");
        Path accounts = Files.writeString(
                folder.resolve("a.csv"), "cn,sn,uid,mail\nAlbert Onestone,Onestone,a,a@mydomain.nl\n");

        Ran without = check(accounts.toString(), "--account-base=ou=Tokelau,o=company");
        Ran with = check(accounts.toString(), "--settings=" + settings);

        assertThat(without.out()).contains("[account-status]");
        assertThat(Json.of(with.out()).number("accounts")).isEqualTo(1);
    }

    @Test
    void yieldsToTheCommandLine() throws IOException, InterruptedException {
        Path settings = settings(BASE
                + "format = json\nseverity.unique-mail = note\nthreshold = error\n"
                + "default.accountStatus = active\n");
        Path accounts = Files.writeString(
                folder.resolve("a.csv"), "cn,sn,uid,mail\nAlbert Onestone,Onestone,a,a@mydomain.nl\n");

        Ran format = check(TWICE, "--settings=" + settings, "--format=text");
        Ran severity = check(TWICE, "--settings=" + settings, "--severity=unique-mail=error");
        Ran threshold = check(TWICE, "--settings=" + settings, "--threshold=note");
        Ran defaults = check(
                accounts.toString(), "--settings=" + settings, "--default=status=inactive", "--threshold=warning");

        assertThat(format.out()).endsWith("  LOST 2: mail is accepted and no reader can reach it\n");
        assertThat(format.code()).isZero();
        assertThat(severity.code()).isEqualTo(1);
        assertThat(threshold.code()).isEqualTo(1);
        // an active account without password would be a warning
        assertThat(Json.of(defaults.out()).each("findings", "rule")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acount-base", "help", "settings", "account-base.x", "severities.unique-mail", "password"})
    void hasNoOtherKeys(String key) throws IOException, InterruptedException {
        Path settings = settings(key + " = ou=Tokelau,o=company\n");

        Ran ran = check(TWICE, "--settings=" + settings);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("vmail: " + settings + ": unknown key " + key
                        + ". Keys are option names without the dashes: account, account-base, ")
                .contains(", inactive-days, ", ", severity, ", ", system-base, ")
                .endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "new-baseline", "new-run", "adopt-mail", "create-mail-base", "plan", "restore"})
    void hasNoDecisions(String key) throws IOException, InterruptedException {
        Path settings = settings(BASE + key + " = 30\n");

        assertThat(check(TWICE, "--settings=" + settings))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "vmail: " + settings + ": " + key
                                + " answers what one run has asked. Take it out of the file, and give --" + key
                                + " on the command line of that run\n"));
    }

    @Test
    void maySetOptionsOfOtherCommands() throws IOException, InterruptedException {
        Path settings = settings(BASE + "skip-rejected = true\ncreate-parents = true\nseverity.unique-mail = note\n");

        assertThat(check(TWICE, "--settings=" + settings).code()).isZero();
    }

    @Test
    void isRefusedWhenItsRulesOrLevelsAreUnknown() throws IOException, InterruptedException {
        assertThat(check(TWICE, "--settings=" + settings("severity.unique-mial = note\n")))
                .isEqualTo(new Ran(2, "", "vmail: no rule unique-mial; did you mean unique-mail?\n"));
        assertThat(check(TWICE, "--settings=" + settings("severity.unique-mail = low\n")))
                .isEqualTo(new Ran(
                        2, "", "vmail: --severity unique-mail: severity must be note, warning or error, not low\n"));
    }

    @Test
    void isRefusedWhenItCanNotBeRead() throws IOException, InterruptedException {
        Path latin = Files.write(folder.resolve("latin"), "# caf\u00e9\n".getBytes(ISO_8859_1));

        assertThat(check(TWICE, "--settings=" + folder.resolve("nothere")).err())
                .isEqualTo("vmail: the settings file " + folder.resolve("nothere") + " does not exist\n");
        assertThat(check(TWICE, "--settings=" + latin).err())
                .isEqualTo("vmail: the settings file " + latin + " is not UTF-8\n");
        assertThat(check(TWICE, "--settings=" + folder).err())
                .startsWith("vmail: can not read the settings file " + folder + ": ");
    }

    private Path settings(String content) throws IOException {
        return Files.writeString(folder.resolve("vmail.properties"), content);
    }

    private static Ran check(String... arguments) throws IOException, InterruptedException {
        return Cli.here().with(arguments).run("check");
    }
}
