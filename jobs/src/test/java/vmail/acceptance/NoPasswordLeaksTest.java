package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** A password that goes in comes out nowhere but in the directory, and as a hash in changes.ldif and undo.ldif. */
class NoPasswordLeaksTest {

    private static final List<Needle> SECRETS =
            Stream.of("kanarie", "adminsecret", "systemsecret").map(Needle::of).toList();
    private static final Needle BROUGHT_HASH = Needle.of("W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu");

    /** What the server refuses although all rules are kept. */
    private static final String[] REFUSING = {"overlay constraint", "constraint_attribute description regex ^welcome$"};

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void atTheLevelThatLogsMost(String format) throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd(), REFUSING)) {
            slapd.loadSystem();
            String[] sources = Canaries.sources(site);
            Cli writing = Cli.asMailOwner().with(site.writing(slapd)).with("--format=" + format, "--log-level=debug");
            Cli reading = Cli.asMailOwner().with(site.reading(slapd)).with("--format=" + format, "--log-level=debug");
            Map<String, Ran> said = new TreeMap<>();

            said.put("1 check", reading.run(with("check", sources)));
            said.put("2 plan", reading.run(with("plan", sources)));
            said.put("3 import", writing.run(with("import", sources)));
            said.put("4 import", writing.run(with("import", with("--skip-rejected", sources))));
            List<Needle> before = hashes(slapd);
            said.put("5 plan", reading.run(with("plan", Canaries.changed(site))));
            said.put("6 import", writing.run(with("import", with("--skip-rejected", Canaries.changed(site)))));
            said.put("7 audit", reading.run("audit"));
            said.put("8 make-stores", reading.run("make-stores"));
            said.put("9 runs", Cli.asMailOwner().run("runs", "--workspace=" + site.workspace(), "--format=" + format));

            assertThat(codes(said)).isEqualTo(List.of(1, 1, 5, 1, 1, 1, 0, 0, 0));
            assertThat(slapd.entries()).hasSize(5 + 4);
            said.forEach((command, ran) -> assertSilent(command, ran));
            assertKept(site.workspace(), slapd);
            assertKept(site.mailBase(), slapd);
            // what is looked for can be found
            assertThat(said.get("4 import").err()).contains("FINE: ");
            assertThat(hits(before, site.workspace()))
                    .isEqualTo(List.of("changes.ldif rw-------", "undo.ldif rw-------"));
            assertThat(hits(List.of(Needle.of("userPassword is clear text")), site.workspace()))
                    .contains("vmail.mv.db rw-------", "findings.csv rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "warning", "info"})
    void atOtherLevels(String level) throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd(), REFUSING)) {
            slapd.loadSystem();
            Cli writing = Cli.asMailOwner().with(site.writing(slapd)).with("--log-level=" + level);

            Ran ran = writing.run(with("import", with("--skip-rejected", Canaries.sources(site))));

            assertThat(ran.code()).as(ran.out()).isEqualTo(1);
            assertSilent(level, ran);
            assertKept(site.workspace(), slapd);
        }
    }

    @Test
    void whenTheServerDiesInTheMiddle() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            slapd.loadSystem();
            String crowd = site.file("crowd.csv", Canaries.crowd(2_000)).toString();
            Path out = site.folder().resolve("out");
            Process process = Cli.asMailOwner()
                    .with(site.writing(slapd))
                    .with("--log-level=debug")
                    .builder("import", crowd)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            try {
                while (process.isAlive() && slapd.writes().size() < 300) {
                    Thread.sleep(5);
                }
                slapd.kill();

                int code = process.waitFor();

                Ran ran = new Ran(code, Files.readString(out), "");
                assertThat(code).as(ran.out()).isEqualTo(3);
                assertSilent("import", ran);
                slapd.restart();
                assertThat(slapd.entries()).hasSizeBetween(300, 1_999);
                assertKept(site.workspace(), slapd);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void whenTheBindPasswordIsWrong() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            slapd.loadSystem();
            Path file = site.folder().resolve("admin.password");
            Files.writeString(file, "kanarie-wrong\n");

            Ran ran = Cli.asMailOwner()
                    .with(site.writing(slapd))
                    .with("--log-level=debug")
                    .run(with("import", Canaries.sources(site)));

            assertThat(ran.code()).as(ran.out()).isEqualTo(2);
            assertSilent("import", ran);
            assertKept(site.workspace(), slapd);
        }
    }

    @Test
    void inTheEmbeddedDirectoryWhichIsAFileForItsOwner() throws IOException, InterruptedException {
        try (Site site = Site.open()) {
            Cli cli = Cli.asMailOwner()
                    .with(
                            "--ldap-url=embedded",
                            "--account-base=ou=Tokelau,o=company",
                            "--mail-base=" + site.mailBase(),
                            "--workspace=" + site.workspace(),
                            "--log-level=debug");

            Ran ran =
                    cli.run(with("import", with("--create-parents", with("--skip-rejected", Canaries.sources(site)))));
            Ran audit = cli.run("audit");

            assertThat(List.of(ran.code(), audit.code())).as(ran.out()).isEqualTo(List.of(1, 0));
            assertSilent("import", ran);
            assertSilent("audit", audit);
            assertThat(hits(SECRETS, site.workspace())).isEmpty();
            assertThat(hits(List.of(BROUGHT_HASH), site.workspace()))
                    .isEqualTo(List.of("changes.ldif rw-------", "directory.ldif rw-------"));
        }
    }

    private static void assertSilent(String command, Ran ran) {
        for (Needle secret :
                Stream.concat(SECRETS.stream(), Stream.of(BROUGHT_HASH)).toList()) {
            assertThat(secret.isIn(ran.out()) || secret.isIn(ran.err()))
                    .as("%s tells %s: %s", command, secret.secret(), linesWith(secret, ran))
                    .isFalse();
        }
    }

    private static List<String> linesWith(Needle secret, Ran ran) {
        return (ran.out() + ran.err()).lines().filter(secret::isIn).toList();
    }

    /** Hashes in changes.ldif and undo.ldif only, which nobody else can read; clear text nowhere. */
    private static void assertKept(Path folder, Slapd slapd) throws IOException, LDAPException {
        assertThat(hits(SECRETS, folder)).isEmpty();
        assertThat(hits(hashes(slapd), folder)).isSubsetOf("changes.ldif rw-------", "undo.ldif rw-------");
    }

    private static List<Needle> hashes(Slapd slapd) throws LDAPException {
        List<Needle> hashes = new ArrayList<>(List.of(BROUGHT_HASH));
        for (Entry entry : slapd.entries()) {
            String password = entry.getAttributeValue("userPassword");
            if (password != null && password.startsWith("{SSHA}")) {
                hashes.add(Needle.of(password.substring("{SSHA}".length())));
            }
        }
        return hashes;
    }

    private static List<String> hits(List<Needle> needles, Path folder) throws IOException {
        List<String> hits = new ArrayList<>();
        for (Needle needle : needles) {
            for (Path file : needle.filesIn(folder)) {
                hits.add(file.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return hits.stream().distinct().sorted().toList();
    }

    private static List<Integer> codes(Map<String, Ran> said) {
        return said.values().stream().map(Ran::code).toList();
    }

    private static String[] with(String first, String... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(String[]::new);
    }
}
