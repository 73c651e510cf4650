package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.account.MailBase;
import vmail.fault.Injection.Call;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.Site;

/**
 * Seven errors at four system calls: what the audit could not see it never calls missing or orphan, it says that it is inconclusive and why,
 * and it judges the rest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnseenIsUnknownTest {

    private static final List<String> ERRORS =
            List.of("EIO", "ESTALE", "EACCES", "ELOOP", "ENOTDIR", "ENAMETOOLONG", "EMFILE");

    /** What strerror(3) says of them. */
    private static final Map<String, String> WORDS = Map.of(
            "EIO", "Input/output error",
            "ESTALE", "Stale file handle",
            "EACCES", "Permission denied",
            "ELOOP", "Too many levels of symbolic links",
            "ENOTDIR", "Not a directory",
            "ENAMETOOLONG", "File name too long",
            "EMFILE", "Too many open files");

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Site site;

    @BeforeAll
    void make() throws IOException, InterruptedException {
        Program.STRACE.assumeInstalled();
        site = Site.open();
        Ran made = Cli.asMailOwner().run("faults", "no-maildir", "--accounts=40", "--into=" + kit());
        assertThat(made.code()).as(made.err()).isZero();
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Path kit() {
        return site.folder().resolve("work/kit");
    }

    private Household household(int number) {
        DN accounts = new DN(new RDN("ou", "Tokelau"), new DN(new RDN("o", "company")));
        return new Household(number, accounts, new MailBase(kit().resolve("vmail")));
    }

    /** Of households that have no fault, by what can happen there. */
    private List<Path> places(Call call) {
        Path maildir = household(1).cleo().store();
        Path cur = household(2).cleo().store().resolve("cur");
        Path subscriptions = household(3).ada().subscriptions();
        Path link = household(4).gazette().store();
        Path folder = household(5).folder(household(5).team());
        return switch (call) {
            case LSTAT -> List.of(maildir, cur, subscriptions, link, folder);
            case OPENDIR -> List.of(maildir, subscriptions, folder);
            case READDIR -> List.of(maildir, folder);
            case READLINK ->
                List.of(
                        link,
                        household(1)
                                .opened(household(1).ada(), household(1).gazette())
                                .resolve("incoming/shared"));
        };
    }

    private static Stream<Injection> everyErrorAtEveryCall() {
        return ERRORS.stream()
                .flatMap(error -> Stream.of(Call.values()).map(call -> new Injection(call, error, List.of())));
    }

    @ParameterizedTest
    @MethodSource("everyErrorAtEveryCall")
    void isInconclusiveAndFindsWhatElseThereIs(Injection what) throws IOException, InterruptedException {
        List<Path> places = places(what.call());

        Injection.Hit hit = audit(new Injection(what.call(), what.error(), places));

        assertThat(places).allMatch(hit::at);
        assertThat(hit.ran().code()).isEqualTo(4);
        assertThat(Json.of(hit.ran().out()).each("findings", "rule")).containsExactly("maildir-present");
        assertThat(places).allMatch(place -> isNamed(hit.ran().err(), place, what.error()));
        List<String> combined = combined();
        assertThat(combined.stream().filter(line -> line.startsWith("-"))).hasSize(1);
        assertThat(combined).noneMatch(line -> line.startsWith("+")).anyMatch(line -> line.startsWith("= "));
        assertThat(places)
                .allMatch(place -> isUnseen(combined, place))
                .noneMatch(place -> combined.contains("= " + place) || combined.contains("- " + place));
    }

    /** The list that the last audit left. */
    private List<String> combined() throws IOException {
        try (Stream<Path> runs = Files.list(kit().resolve("workspace/runs"))) {
            Path last = runs.max(
                            Comparator.comparing((Path run) -> run.toString().length())
                                    .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            return Files.readAllLines(last.resolve("paths/combined.txt"));
        }
    }

    /** By itself, or by what it is in. */
    private static boolean isUnseen(List<String> combined, Path place) {
        return Stream.iterate(place, Path::getParent)
                .takeWhile(path -> path.getNameCount() > 0)
                .anyMatch(path -> combined.contains("! " + path));
    }

    /** By itself, or by the maildir that it is a part of. */
    private boolean isNamed(String messages, Path place, String error) {
        return Stream.iterate(place, Path::getParent)
                .takeWhile(path -> path.getNameCount() > kit().getNameCount() + 2)
                .anyMatch(path -> messages.contains("vmail: " + path + ": " + WORDS.get(error)));
    }

    private static Stream<Injection> rootsInTurn() {
        List<Call> calls = List.of(Call.LSTAT, Call.OPENDIR, Call.READDIR);
        return Stream.iterate(0, i -> i < 7, i -> i + 1)
                .map(i -> new Injection(calls.get(i % calls.size()), ERRORS.get(i), List.of()));
    }

    @ParameterizedTest
    @MethodSource("rootsInTurn")
    void saysNothingOfSharedAccountsWhereTheirRootCanNotBeSeen(Injection what)
            throws IOException, InterruptedException {
        Path root = household(0).base().sharedRoot();

        Injection.Hit hit = audit(new Injection(what.call(), what.error(), List.of(root)));

        assertThat(hit.at(root)).isTrue();
        assertThat(hit.ran().code()).isEqualTo(4);
        assertThat(Json.of(hit.ran().out()).each("findings", "rule")).containsExactly("maildir-present");
        assertThat(hit.ran().err()).contains("vmail: " + root + ": " + WORDS.get(what.error()));
    }

    @ParameterizedTest
    @MethodSource("rootsInTurn")
    void saysNothingOfTheDiskWhereTheMailBaseCanNotBeSeen(Injection what) throws IOException, InterruptedException {
        Path base = household(0).base().path();

        Injection.Hit hit = audit(new Injection(what.call(), what.error(), List.of(base)));

        assertThat(hit.at(base)).isTrue();
        assertThat(hit.ran().code()).isEqualTo(4);
        assertThat(Json.of(hit.ran().out()).each("findings", "rule")).isSubsetOf("maildir-present");
        assertThat(hit.ran().err()).contains(WORDS.get(what.error()));
    }

    private Injection.Hit audit(Injection injection) throws IOException, InterruptedException {
        return injection.run(
                Cli.asMailOwner(),
                site.folder().resolve("work/trace"),
                "audit",
                "--settings=" + kit().resolve("vmail.properties"),
                "--look-twice=0",
                "--format=json");
    }
}
