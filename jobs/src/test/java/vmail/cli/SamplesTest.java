package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Json;
import vmail.lab.Ran;

/** The larger samples through {@code check}: every finding and every count, as their folders say. */
class SamplesTest {

    private static final List<String> COUNTS =
            List.of("read", "accounts", "shared", "aliases", "domains", "rejected", "skipped", "lost");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"howto-verbatim", "legacy", "dirty"})
    void haveTheExpectedFindings(String name) throws IOException, InterruptedException {
        Sample sample = new Sample(name);

        Ran ran = check(sample);

        String findings = sample.plain(ran.out())
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        compare(sample, "expected/findings.txt", findings);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"howto-verbatim", "legacy", "dirty"})
    void haveTheExpectedCounts(String name) throws IOException, InterruptedException {
        Sample sample = new Sample(name);

        Json report = Json.of(check(sample, "--format=json").out());

        String counts = COUNTS.stream()
                .map(key -> "  \"" + key + "\": " + report.number(key))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        compare(sample, "expected/counts.json", counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"howto-verbatim", "legacy", "dirty"})
    void rejectWhatHasAnErrorAndNothingElse(String name) throws IOException, InterruptedException {
        Json report = Json.of(check(new Sample(name), "--format=json").out());

        long withError = report.list("findings").stream()
                .filter(finding -> finding.text("severity").equals("error"))
                .map(finding -> finding.text("dn").isEmpty() ? finding.text("origin") : finding.text("dn"))
                .distinct()
                .count();
        assertThat(report.number("rejected")).isEqualTo(withError);
    }

    @Test
    void nameEveryEntryOfTheHowtoWithLineAndRemedy() throws IOException, InterruptedException {
        Sample howto = new Sample("howto-verbatim");

        List<String> lines = howto.plain(howto.check().out()).lines().toList();

        assertThat(lines)
                .contains(
                        "accounts.ldif:2: error: [readable-record] cn=Albert Onestone, ou=Tokelau, o=company: userPassword"
                                + " is marked as base64 by '::' but is not. Write userPassword: {SSHA}... as slappasswd"
                                + " prints it, or the base64 of that after '::'.",
                        "accounts.ldif:21: error: [readable-record] cn=Seven of Nine, ou=Tokelau, o=company: userPassword"
                                + " is marked as base64 by '::' but is not. Write userPassword: {SSHA}... as slappasswd"
                                + " prints it, or the base64 of that after '::'.",
                        "accounts.ldif:38: error: [required-attributes] cn=Timetravel weekly, ou=Tokelau, o=company: cn is"
                                + " missing. Add cn: Timetravel weekly to the record.",
                        "read 3 = 0 accounts + 0 shared + 3 rejected + 0 skipped + 0 lost");
    }

    @Test
    void areWithoutFindingsWhenTheyAreTheHowtos() throws IOException, InterruptedException {
        for (String file : List.of("accounts.csv", "accounts.ldif")) {
            Ran ran = vmail.lab.Cli.here()
                    .run(
                            "check",
                            "--account-base=ou=Tokelau,o=company",
                            "--mail-base=/vmail",
                            "../sample-data/howto/" + file,
                            "../sample-data/howto/domains.ldif");

            assertThat(ran.out()).isEqualTo("""
                    check: done
                    read 7 = 2 accounts + 1 shared + 0 rejected + 4 skipped + 0 lost
                    with 3 aliases and 3 domains
                    findings: none
                    """);
            assertThat(ran.code()).isZero();
        }
    }

    private static Ran check(Sample sample, String... options) throws IOException, InterruptedException {
        return sample.name().equals("legacy") ? sample.check(options) : sample.checkWithDomains(options);
    }

    /** The difference is shown line by line. */
    private void compare(Sample sample, String expected, String found) throws IOException {
        Path actual = Files.writeString(temporary.resolve("found"), found);

        assertThat(actual).hasSameTextualContentAs(sample.path().resolve(expected));
    }
}
