package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;

class CheckCommandTest {

    private static final String HOWTO = "../sample-data/howto/accounts.ldif";
    private static final String DOMAINS = "../sample-data/howto/domains.ldif";
    private static final String TWICE = "../sample-data/broken/unique-mail/accounts.ldif";
    private static final String NOTE = "../sample-data/broken/box-not-uid/accounts.ldif";

    @TempDir
    private Path folder;

    static List<Sample> samples() throws IOException {
        return Stream.concat(
                        Stream.of("howto-verbatim", "legacy", "dirty").map(Sample::new), Sample.in("broken").stream())
                .toList();
    }

    @Test
    void answersWithOneObjectOfKnownKeys() throws IOException, InterruptedException {
        Json report = Json.of(check(TWICE, "--format=json").out());

        assertThat(report.keys())
                .containsExactly(
                        "findings",
                        "command",
                        "state",
                        "started",
                        "ended",
                        "read",
                        "accounts",
                        "shared",
                        "aliases",
                        "domains",
                        "rejected",
                        "skipped",
                        "lost",
                        "severities",
                        "effects");
        assertThat(report.list("findings"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.keys())
                        .containsExactly("rule", "severity", "effect", "origin", "dn", "message", "remedy"));
        assertThat(report.list("findings").get(0))
                .hasToString("{ \"rule\":\"unique-mail\", \"severity\":\"error\", "
                        + "\"effect\":\"LOST\", \"origin\":\"../sample-data/broken/unique-mail/accounts.ldif:32\", "
                        + "\"dn\":\"cn=Albert Onestone, ou=Tokelau, o=company\", "
                        + "\"message\":\"mail albert.onestone@anotherdomain.nu is also the mail of cn=Seven of Nine, ou=Tokelau, "
                        + "o=company (../sample-data/broken/unique-mail/accounts.ldif:50); Postfix 3.7 accepts such mail and "
                        + "delivers it to nobody\", "
                        + "\"remedy\":\"Give each account a mail of its own and put the common address into "
                        + "mailAlternateAddress of each\" }");
    }

    @Test
    void saysWhenAnExportHoldsLessThanItWasToHold() throws IOException, InterruptedException {
        Path export = Files.writeString(
                folder.resolve("export.ldif"),
                Files.readString(Path.of("../sample-data/howto/accounts.ldif"))
                        + "\nsearch: 2\nresult: 0 Success\n\n# numResponses: 5\n# numEntries: 4\n");

        Ran ran = check(export.toString());

        assertThat(ran.out())
                .contains("note: " + export + ":")
                .contains(": ldapsearch found 4 entries, but 3 stand above. Export again if some are missing\n");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countsEveryRecordOnce(Sample sample) throws IOException, InterruptedException {
        Json report = Json.of(sample.check("--format=json").out());

        assertThat(report.number("read"))
                .isPositive()
                .isEqualTo(report.number("accounts")
                        + report.number("shared")
                        + report.number("rejected")
                        + report.number("skipped")
                        + report.number("lost"));
    }

    @Test
    void rejectsByTheSeverityThatIsSet() throws IOException, InterruptedException {
        Json error = Json.of(check(TWICE, "--format=json").out());
        Json warning = Json.of(
                check(TWICE, "--format=json", "--severity=unique-mail=warning").out());

        assertThat(error.number("rejected")).isEqualTo(2);
        assertThat(error.number("accounts")).isZero();
        assertThat(warning.number("rejected")).isZero();
        assertThat(warning.number("accounts")).isEqualTo(2);
        assertThat(warning.each("findings", "severity")).containsExactly("warning", "warning");
    }

    @Test
    void rejectsWhatCanNotBeReadWhateverItIsCalled() throws IOException, InterruptedException {
        Json report = Json.of(check(
                        "../sample-data/broken/readable-record/accounts.ldif",
                        "--format=json",
                        "--severity=readable-record=note")
                .out());

        assertThat(report.each("findings", "severity")).containsExactly("note");
        assertThat(report.number("rejected")).isEqualTo(1);
    }

    @Test
    void countsAListAsLostAndJudgesItAsSet() throws IOException, InterruptedException {
        Json report =
                Json.of(check("../sample-data/legacy/accounts.ldif", "--format=json", "--severity=list-placed=note")
                        .out());

        assertThat(report.number("lost")).isEqualTo(1);
        assertThat(report.list("findings"))
                .filteredOn(finding -> finding.text("rule").equals("list-placed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text("severity")).isEqualTo("note"));
    }

    @Test
    void exitsByTheThreshold() throws IOException, InterruptedException {
        assertThat(check(HOWTO, DOMAINS, "--threshold=note").code()).isZero();
        assertThat(check(NOTE).code()).isZero();
        assertThat(check(NOTE, "--threshold=note").code()).isEqualTo(1);
        assertThat(check(TWICE, "--severity=unique-mail=warning").code()).isEqualTo(1);
        assertThat(check(TWICE, "--severity=unique-mail=warning", "--threshold=error")
                        .code())
                .isZero();
        assertThat(check(TWICE, "--severity=unique-mail=note").code()).isZero();
        // a rejected record is no matter of taste
        assertThat(check(TWICE, "--threshold=error").code()).isEqualTo(1);
    }

    @Test
    void fillsWhatRecordsLackFromTemplates() throws IOException, InterruptedException {
        Path accounts = Files.writeString(folder.resolve("accounts.csv"), """
                cn,sn,uid,mail,password
                Albert Onestone,,onestonea,albert.onestone@mydomain.nl,{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu
                """);

        Ran without = check(accounts.toString(), "--format=json");
        Ran with = check(accounts.toString(), "--format=json", "--default=accountStatus=active", "--default=sn={uid}");

        assertThat(Json.of(without.out()).each("findings", "message"))
                .containsExactly(
                        "sn is missing", "accountStatus is missing, so mail is refused as for an unknown user");
        assertThat(Json.of(with.out()).each("findings", "rule")).isEmpty();
    }

    @Test
    void placesStoresByTemplate() throws IOException, InterruptedException {
        Path accounts = Files.writeString(folder.resolve("accounts.csv"), """
                cn,sn,uid,mail,status,password
                Albert Onestone,Onestone,onestonea,a@mydomain.nl,active,{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu
                """);

        Ran right = check(accounts.toString(), "--store-template={base}/{domain}/{uid}/");
        Ran open = check(accounts.toString(), "--store-template={base}/{domain}/{uid}");
        Ran unknown = check(accounts.toString(), "--store-template={base}/{color}/");

        assertThat(right.code()).isZero();
        assertThat(open.out())
                .startsWith(accounts + ":2: error: [store-well-formed] LOST: cn=Albert Onestone,ou=Tokelau,o=company:"
                        + " mailMessageStore /vmail/mydomain.nl/onestonea does not end with a slash."
                        + " Set mailMessageStore: /vmail/mydomain.nl/onestonea/.\n");
        assertThat(unknown)
                .isEqualTo(new Ran(
                        2,
                        "",
                        "vmail: {color} in the template {base}/{color}/ is not known. Known are {base}, {localpart},"
                                + " {domain}, {name} and attributes, as {uid}\n"));
    }

    @Test
    void readsGzipByItsContent() throws IOException, InterruptedException {
        Path gzip = folder.resolve("accounts");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(Path.of(HOWTO), out);
        }
        Files.write(gzip, bytes.toByteArray());

        Ran ran = check(gzip.toString(), DOMAINS);

        assertThat(ran.out()).startsWith("check: done\nread 7 = 2 accounts + 1 shared");
        assertThat(ran.code()).isZero();
    }

    @Test
    void saysWhichEncodingItChose() throws IOException, InterruptedException {
        String text = """
                cn,sn,uid,mail,status,password
                René Onestone,Onestone,onestonea,a@mydomain.nl,active,{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu
                """;
        Path western = Files.writeString(folder.resolve("western.csv"), text, Charset.forName("windows-1252"));
        Path dos = Files.writeString(folder.resolve("dos.csv"), text, Charset.forName("IBM850"));

        Ran chosen = check(western.toString());
        Ran doubtful = check(dos.toString());
        Ran named = check(dos.toString(), "--encoding=IBM850");

        assertThat(chosen.code()).isZero();
        assertThat(chosen.err())
                .isEqualTo("vmail: " + western + ": read as windows-1252 (detected; --encoding to choose)\n");
        assertThat(doubtful.err()).startsWith("vmail: " + dos + ": its encoding can not be told: ");
        assertThat(named.code()).isZero();
        assertThat(named.err()).isEmpty();
        assertThat(named.out()).startsWith("check: done\nread 1 = 1 accounts");
    }

    @Test
    void refusesAnEncodingThatDoesNotExist() throws IOException, InterruptedException {
        assertThat(check(HOWTO, "--encoding=latin one"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "vmail: the encoding latin one is not known; name it as in --encoding windows-1252,"
                                + " ISO-8859-15, IBM850, Shift_JIS or UTF-16LE\n"));
    }

    @Test
    void saysWhenDomainsAreUnknown() throws IOException, InterruptedException {
        assertThat(check(HOWTO).out()).isEqualTo("""
                check: done
                read 3 = 2 accounts + 1 shared + 0 rejected + 0 skipped + 0 lost
                with 3 aliases and 0 domains
                findings: none
                note: accepted domains were not checked: neither a directory with --system-base nor a source told which there are
                """);
    }

    @Test
    void leavesNothingBehind() throws IOException, InterruptedException {
        check(HOWTO, "--workspace=" + folder.resolve("workspace"), "--mail-base=" + folder.resolve("vmail"));

        assertThat(folder).isEmptyDirectory();
    }

    private static Ran check(String... arguments) throws IOException, InterruptedException {
        return Cli.here()
                .with("--account-base=ou=Tokelau,o=company")
                .with(arguments)
                .run("check");
    }
}
