package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;

/** A source of 100,000 rows is checked in little memory, and two rows that clash are found however far they are apart. */
class LargeSourceTest {

    private static final int ROWS = 100_000;
    private static final int SHARED = 500;
    private static final List<String> NAMES =
            List.of("Onestone", "Nether", "Borr", "Catbox", "Hopper", "O'Brine", "Warp");
    private static final List<String> DOMAINS = List.of("anotherdomain.nu", "testdomain.nu", "mydomain.nl");

    @TempDir
    private Path folder;

    @Test
    void isCheckedWithin256Megabytes() throws IOException, InterruptedException {
        Path source = folder.resolve("accounts.csv");
        try (Writer out = Files.newBufferedWriter(source)) {
            write(out, new Random(2003));
        }

        Ran ran = Cli.process()
                .java("-Xmx256m", "-XX:TieredStopAtLevel=4")
                .run(
                        "check",
                        "--account-base=ou=Tokelau,o=company",
                        "--format=json",
                        source.toString(),
                        Path.of("../sample-data/howto/domains.ldif")
                                .toAbsolutePath()
                                .toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
        Json report = Json.of(ran.out());
        assertThat(report.number("read")).isEqualTo(ROWS + 4);
        assertThat(report.number("accounts")).isEqualTo(ROWS - SHARED - 2);
        assertThat(report.number("shared")).isEqualTo(SHARED);
        assertThat(report.each("findings", "rule")).containsExactly("unique-uid", "unique-uid");
        assertThat(report.each("findings", "origin"))
                .containsExactly(source + ":" + (SHARED + 2), source + ":" + (ROWS + 1));
    }

    /** Shared accounts, then persons; the last person has the uid of the first. */
    private static void write(Writer out, Random random) throws IOException {
        out.write("name,sn,login,password,email,aliases,status,seeAlso,postOfficeBox\n");
        for (int i = 0; i < SHARED; i++) {
            out.write("Team %d,Team,incoming,,team%d@mydomain.nl,,shared,,done|todo\n".formatted(i, i));
        }
        for (int i = SHARED; i < ROWS; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
            String mail = name.replace("'", "") + "." + i;
            int uid = i == ROWS - 1 ? SHARED : i;
            out.write("Ada %s %d,%s,u%d,{SSHA}W+i4hc/VHK5QfJay5Jj6Xukh%08d,%s@%s,%s,%s,%s,\n"
                    .formatted(
                            name,
                            i,
                            name,
                            uid,
                            i,
                            mail,
                            domain,
                            random.nextBoolean() ? "alias.%d@%s|a%d@%s".formatted(i, domain, i, domain) : "",
                            random.nextInt(30) == 0 ? "inactive" : "active",
                            // the first persons give each team a reader
                            "Team " + (i < 2 * SHARED ? i - SHARED : random.nextInt(SHARED))));
        }
    }
}
