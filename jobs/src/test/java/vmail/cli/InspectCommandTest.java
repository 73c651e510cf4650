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
                """.formatted(file));
        assertThat(ran.code()).isZero();
    }

    static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(PROFILES)) {
            return found.map(each -> each.getFileName().toString()).sorted().toList();
        }
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

        assertThat(ran.out()).isEqualTo("");
        assertThat(ran.code()).isZero();
        assertThat(Files.readString(mapping)).isEqualTo("");
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
