package vmail.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;

class InspectCommandTest {

    private static final Path PROFILES = Path.of("..", "sample-data", "profiles");

    @TempDir
    private Path temporary;

    @Test
    void tellsWhatIsInAnLdifFile() throws IOException, InterruptedException {
        Path file = file("old.ldif", """
                dn: cn=Albert Onestone,dc=mydomain,dc=nl
                objectClass: inetOrgPerson
                objectClass: kolabInetOrgPerson
                cn: Albert Onestone
                sn: Onestone
                uid: onestonea
                mail: albert.onestone@mydomain.nl
                alias: ao@mydomain.nl
                alias: a.o@anotherdomain.nu
                shoeSize: 43
                cyrus-userquota: 1000
                userPassword: {SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu

                dn: cn=Seven of Nine,dc=mydomain,dc=nl
                objectClass: kolabInetOrgPerson
                objectClass: inetOrgPerson
                cn: Seven of Nine
                sn: Nine
                uid: nines
                mail: seven.of.nine@mydomain.nl
                userPassword: sevensecret

                dn: ou=Lists,dc=mydomain,dc=nl
                objectClass: organizationalUnit
                ou: Lists
                """);

        Ran ran = Cli.here().run("inspect", file.toString());

        assertThat(ran.out()).isEqualTo("""
                %s
                  format      LDIF
                  encoding    UTF-8
                  records     3
                  profile     kolab2 (2 of 3 records have kolabInetOrgPerson)
                              not inetorgperson (2 of 3 records have inetOrgPerson)
                  kinds       2            inetOrgPerson + kolabInetOrgPerson
                              1            organizationalUnit
                  attributes  2 in 1       alias                        becomes mailAlternateAddress
                              2            cn                           becomes cn, sn, uid
                              1            cyrus-userquota              lost (quota)
                              2            mail                         becomes mail, the address of a list
                              5 in 3       objectClass                  tells what a record is
                              1            ou                           has no place here
                              1            shoeSize                     has no place here
                              2            sn                           becomes cn, sn
                              2            uid                          becomes uid
                              2            userPassword                 becomes the password
                  passwords   1            clear text
                              1            {SSHA}
                  domains     3            mydomain.nl
                              1            anotherdomain.nu

                check: read 3 = 2 accounts + 0 shared + 0 rejected + 1 skipped + 0 lost
                       with 2 aliases and 2 domains
                       1 person has a quota today; after the move there will be none
                       1 account has attributes that have no place here
                note: no --account-base was given; the check is that for accounts below ou=Tokelau,o=company
                """.formatted(file));
        assertThat(ran.code()).isZero();
    }

    static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(PROFILES)) {
            return found.filter(InspectCommandTest::hasOneSourceAndNoMapping)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasOneSourceAndNoMapping(Path folder) {
        return !Files.exists(folder.resolve("mapping.yaml"))
                && (Files.exists(folder.resolve("source.ldif")) || Files.exists(folder.resolve("source.csv")));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void writesAMappingThatGivesTheSameCounts(String name) throws IOException, InterruptedException {
        Path folder = PROFILES.resolve(name);
        Path mapping = temporary.resolve("mapping.yaml");
        List<String> given = options(folder);
        String source = source(folder).toString();

        Ran inspected = run("inspect", given, "--write-mapping=" + mapping, source);

        assertThat(inspected.err()).isEmpty();
        assertThat(inspected.code()).isZero();
        List<String> others =
                given.stream().filter(each -> !each.startsWith("--profile")).toList();
        Ran checked = run("check", others, "--format=json", "--mapping=" + mapping, source);
        Json expected = new Json((com.unboundid.util.json.JSONObject)
                Json.of(run("inspect", given, "--format=json", source).out())
                        .object()
                        .getField("check"));
        for (String count : List.of("read", "accounts", "shared", "aliases", "rejected", "skipped", "lost")) {
            assertThat(Json.of(checked.out()).number(count))
                    .as("%s: %s", count, checked)
                    .isEqualTo(expected.number(count));
        }
    }

    private static Ran run(String command, List<String> options, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command, "--account-base=ou=Tokelau,o=company"));
        arguments.addAll(options);
        arguments.addAll(List.of(more));
        return Cli.here().run(arguments.toArray(String[]::new));
    }

    private static Path source(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> each.getFileName().toString().startsWith("source."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> options(Path folder) throws IOException {
        Path given = folder.resolve("options");
        return Files.exists(given)
                ? Files.readAllLines(given).stream().map(line -> "--" + line).toList()
                : List.of();
    }

    @Test
    void neverOverwritesAMapping() throws IOException, InterruptedException {
        Path file = file("people.csv", "name,mail\nAlbert Onestone,albert.onestone@mydomain.nl\n");
        Path mapping = file("mapping.yaml", "mine\n");

        Ran ran = Cli.here().run("inspect", "--write-mapping=" + mapping, file.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "vmail: --write-mapping: %s exists, and is left as it is. Name another%n".formatted(mapping));
        assertThat(mapping).hasContent("mine\n");
    }

    @Test
    void tellsWhatIsInATableOfNoKnownColumns() throws IOException, InterruptedException {
        Path file = temporary.resolve("people.csv");
        Files.write(file, "Wer;Wo;Geheim-Passwort\nJörg Müller;joerg@mydomain.nl;jörgs!Secret\n".getBytes(ISO_8859_1));
        Path mapping = temporary.resolve("mapping.yaml");

        Ran ran = Cli.here().run("inspect", "--write-mapping=" + mapping, file.toString());

        assertThat(ran.out()).isEqualTo("""
                %1$s
                  format      CSV
                  encoding    windows-1252 (detected; --encoding to choose another)
                  separator   ;
                  header      Wer, Wo, Geheim-Passwort
                  records     1
                  profile     none (nothing in it speaks for one: name one with --profile, or begin a mapping with \
                --write-mapping)
                  kinds       1            row
                  attributes  1            Geheim-Passwort
                              1            Wer
                              1            Wo
                  passwords   1            clear text
                  domains     1            mydomain.nl

                check: %1$s:1: no column name is known here, found 'Wer', 'Wo', 'Geheim-Passwort'. Start the file with names \
                such as cn,sn,uid,mail.
                """.formatted(file));
        assertThat(ran.code()).isZero();
        assertThat(Files.readString(mapping)).isEqualTo("""
                # How the records of %s become accounts; vmail inspect wrote it, to be changed.
                # Try it: vmail check --mapping THIS-FILE SOURCE
                name: my-table
                title: 'Tables of accounts, changed'
                format: csv
                # What is not said below is as in the profile table.
                based-on: table

                # Other names of what is known, as in 'Vorname': givenName. What stands here already is a guess.
                synonyms:
                  'Wo': mail
                  'Geheim-Passwort': password

                # What nothing is known of. It is a loss of each account that has it, unless it becomes something above, or is \
                named below:
                #   Wer                            1 record
                # means nothing here:
                #ignored: ['Wer']
                # taken over as it is, where the schema allows it:
                #keep: ['Wer']
                """.formatted(file));
        Ran checked = run("check", List.of("--derive-names"), "--mapping=" + mapping, file.toString());
        assertThat(checked.out()).contains("read 1 = 1 accounts + 0 shared + 0 rejected + 0 skipped + 0 lost");
    }

    @Test
    void showsNoPasswordAndObeysNothing() throws IOException, InterruptedException {
        Path file = file("old.ldif", """
                dn: uid=onestonea,dc=mydomain,dc=nl
                objectClass: inetOrgPerson
                objectClass:: G1szMW1yZWQ=
                uid: onestonea
                mail: albert.onestone@mydomain.nl
                userPassword: {onesecret}x
                clearPassword: onesecret@mydomain.nl
                """);
        Path mapping = temporary.resolve("mapping.yaml");

        Ran text = Cli.here().run("inspect", "--write-mapping=" + mapping, file.toString());
        Ran json = Cli.here().run("inspect", "--format=json", file.toString());

        String all = text.out() + text.err() + json.out() + json.err() + Files.readString(mapping);
        assertThat(all).doesNotContain("onesecret", "\u001b");
        assertThat(text.out()).contains("scheme that is not known", "[31mred + inetOrgPerson");
    }

    @Test
    void keepsNoMoreNamesThanFitIntoMemory() throws IOException, InterruptedException {
        String titles = IntStream.range(0, 1500).mapToObj(i -> "column" + i).collect(Collectors.joining(","));
        String cells =
                IntStream.range(0, 1500).mapToObj(i -> "u@d%d.nl".formatted(i)).collect(Collectors.joining(","));
        Path file = file("wide.csv", titles + "\n" + cells + "\n");

        Ran ran = Cli.here().run("inspect", "--format=json", file.toString());

        Json source = Json.of(ran.out()).list("sources").get(0);
        assertThat(source.list("attributes")).hasSize(1000);
        assertThat(source.number("attributesNotNamed")).isEqualTo(500);
        assertThat(source.list("domains")).hasSize(1000);
    }

    @Test
    void asksForAProfileWhereSeveralFit() throws IOException, InterruptedException {
        Path file = file("old.ldif", """
                dn: uid=onestonea,dc=mydomain,dc=nl
                objectClass: inetOrgPerson
                objectClass: kolabInetOrgPerson
                objectClass: zimbraAccount
                cn: Albert Onestone
                sn: Onestone
                uid: onestonea
                mail: albert.onestone@mydomain.nl
                """);

        Ran ran = Cli.here().run("inspect", file.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("  profile     none (several fit: name one with --profile)");
    }

    @Test
    void writesNoMappingForWhatNeedsNone() throws IOException, InterruptedException {
        Path mapping = temporary.resolve("mapping.yaml");

        Ran ran = Cli.here().run("inspect", "--write-mapping=" + mapping, "../sample-data/howto/accounts.csv");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "vmail: ../sample-data/howto/accounts.csv is in this system's own form and needs no mapping, which"
                                + " could only lose something. If it is not, name what it is, as in --profile generic\n");
        assertThat(mapping).doesNotExist();
    }

    @Test
    void refusesWhatIsNoFile() throws IOException, InterruptedException {
        Ran ran = Cli.here().run("inspect", temporary.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("vmail: %s: the source is a directory. Give a CSV or LDIF file.%n".formatted(temporary));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }
}
