package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Cli;
import vmail.lab.Ran;

/** What vmail says about itself and about what it is told wrongly. */
class UsageTest {

    private static final String ACCOUNTS = "../sample-data/howto/accounts.ldif";

    static List<String> commands() {
        return List.of(
                "check", "plan", "import", "activate", "make-stores", "audit", "render", "runs", "explain", "demo");
    }

    @Test
    void listsAllCommandsAndExitCodes() throws IOException, InterruptedException {
        Ran ran = run("--help");

        assertThat(ran.code()).isZero();
        for (String command : commands()) {
            assertThat(ran.out()).containsPattern("(?m)^  " + command + " +\\S");
        }
        for (ExitCode code : ExitCode.values()) {
            if (code != ExitCode.FAULT) {
                assertThat(ran.out()).contains("\n   " + code.number() + "  " + code.meaning() + "\n");
            }
        }
        assertThat(ran.out()).contains("\n 130, 143  stopped by a signal; the same command continues\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEveryOptionOfACommand(String command) throws IOException, InterruptedException {
        Ran ran = run(command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        String synopsis = ran.out().substring(0, ran.out().indexOf("\n  "));
        List<String> options = java.util.regex.Pattern.compile("--[a-z-]+")
                .matcher(synopsis)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        for (String option : options) {
            assertThat(ran.out()).containsPattern("(?m)^ .*" + option + "\\S*( \\[=\\S+])?(  +|\n +)[A-Z]?\\w");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "plan", "import", "activate", "make-stores", "audit", "render", "runs"})
    void takesTheSameSettingsEverywhere(String command) throws IOException, InterruptedException {
        Ran ran = run(command, "--help");

        assertThat(ran.out())
                .contains("--settings=FILE", "--ldap-url=URL", "--bind-dn=DN", "--bind-password-file=FILE")
                .contains("--account-base=DN", "--system-base=DN", "--mail-base=DIR", "--owner=USER[:GROUP]")
                .contains("--workspace=DIR", "--format=FORMAT", "--severity=RULE=LEVEL", "--threshold=LEVEL")
                .contains("--share-mail  ");
    }

    @Test
    void namesTheNearestCommand() throws IOException, InterruptedException {
        assertThat(run("chek", ACCOUNTS)).isEqualTo(new Ran(2, "", """
                vmail: Unmatched arguments from index 0: 'chek', '../sample-data/howto/accounts.ldif'
                vmail: did you mean check or schedule or help?
                vmail: see: vmail --help
                """));
    }

    @Test
    void namesTheNearestOption() throws IOException, InterruptedException {
        assertThat(run("check", ACCOUNTS, "--acount-base=ou=Tokelau,o=company")).isEqualTo(new Ran(2, "", """
                vmail: Unknown option: '--acount-base=ou=Tokelau,o=company'
                vmail: did you mean --account-base?
                vmail: see: vmail check --help
                """));
    }

    @Test
    void namesTheNearestRule() throws IOException, InterruptedException {
        assertThat(run("check", ACCOUNTS, "--severity=unique-mial=warning"))
                .isEqualTo(new Ran(2, "", "vmail: no rule unique-mial; did you mean unique-mail?\n"));
        assertThat(run("explain", "singel-mail"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "vmail: there is no rule singel-mail; did you mean single-mail?"
                                        + " `vmail explain` without a rule lists them all. To explain a login, give --ldap-url and --account-base\n"));
    }

    @Test
    void namesTheOptionWhoseValueIsWrong() throws IOException, InterruptedException {
        assertThat(run("check", ACCOUNTS, "--threshold=high"))
                .isEqualTo(new Ran(2, "", "vmail: --threshold: severity must be note, warning or error, not high\n"));
        assertThat(run("check", ACCOUNTS, "--severity=unique-mail=warn"))
                .isEqualTo(new Ran(
                        2, "", "vmail: --severity unique-mail: severity must be note, warning or error, not warn\n"));
        assertThat(run("check", ACCOUNTS, "--account-base=Tokelau"))
                .isEqualTo(new Ran(
                        2, "", "vmail: --account-base: not a DN: Tokelau. Write it like ou=Tokelau,o=company\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "check nothere.csv",
                "check .",
                "check ../sample-data/howto/accounts.csv",
                "check ../sample-data/howto/accounts.ldif ../sample-data/howto/accounts.ldif",
                "check ../sample-data/howto/accounts.ldif --format=yaml",
                "check ../sample-data/howto/accounts.ldif --ldap-url=http://localhost",
                "check ../sample-data/howto/accounts.ldif --mail-base=vmail",
                "check ../sample-data/howto/accounts.ldif --mail-base=/vmail --workspace=/vmail/work",
                "check ../sample-data/howto/accounts.ldif --owner=nobody-has-this-name",
                "check ../sample-data/howto/accounts.ldif --settings=nothere.properties",
                "check ../sample-data/howto/accounts.ldif --store-template={base",
                "check ../sample-data/howto/accounts.ldif --default=sn={}",
                "render",
                "render postfix",
                "render nginx --into nothere",
                "render slapd --into nothere",
                "plan ../sample-data/howto/accounts.ldif",
                "audit",
                "make-stores",
                "import ../sample-data/howto/accounts.ldif",
                "import --password-scheme=rot13 ../sample-data/howto/accounts.ldif"
            })
    void refusesWrongUsageInWordsForPeople(String arguments) throws IOException, InterruptedException {
        Ran ran = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("vmail: "));
        assertThat(ran.err()).doesNotContain("Exception", "\tat ", "null");
        assertThat(Path.of("vmail-workspace")).doesNotExist();
    }

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        return Cli.here().run(arguments);
    }
}
