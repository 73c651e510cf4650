package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.store.DeliveryLink;
import vmail.store.Maildir;
import vmail.store.SharableMaildir;
import vmail.store.SharedFolder;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.writer.store.StoreOutcome.AlreadyThere;
import vmail.writer.store.StoreOutcome.Conflict;
import vmail.writer.store.StoreOutcome.Made;

@Timeout(60)
class StoreWriterTest {

    private static final String MOVE = "Look what it is, move it away, then run the same command again";

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Howto howto;

    @SuppressWarnings("NullAway.Init")
    private Path albert;

    @SuppressWarnings("NullAway.Init")
    private Path link;

    @BeforeEach
    void makeBase() throws IOException, LDIFException {
        howto = Howto.in(directory);
        albert = howto.base().path().resolve("albert.onestone/Maildir");
        link = howto.base().path().resolve("shared/timetravel.weekly/incoming");
    }

    @Test
    void usesAnEmptyDirectoryOfTheOwner() throws IOException {
        Files.createDirectory(albert.resolveSibling(""));

        List<StoreOutcome> outcomes = howto.make(howto.albert());

        assertThat(outcomes.get(0)).isEqualTo(new Made(new Maildir(albert), List.of(albert)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void completesHalfAMaildir(String part) throws IOException {
        howto.make();
        Files.delete(albert.resolve(part));

        List<StoreOutcome> outcomes = howto.make();

        assertThat(outcomes.get(0)).isEqualTo(new Made(new Maildir(albert), List.of(albert.resolve(part))));
        assertThat(outcomes.subList(1, 9)).allMatch(AlreadyThere.class::isInstance);
        assertGolden();
    }

    @Test
    void completesAnEmptyMaildirAndAnEmptyFolder() throws IOException {
        howto.make();
        Path folder = howto.base().path().resolve("shared.maildirs/timetravel.weekly/.incoming");
        for (String part : List.of("cur", "new", "tmp")) {
            Files.delete(albert.resolve(part));
            Files.delete(folder.resolve(part));
        }
        Files.delete(folder.resolve("maildirfolder"));

        howto.make();

        assertGolden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void touchesNothingWhenAFileIsInPlaceOfAPart(String part) throws IOException {
        howto.make();
        for (String name : List.of("cur", "new", "tmp")) {
            Files.delete(albert.resolve(name));
        }
        Files.createFile(albert.resolve(part));

        assertConflict(new Maildir(albert), albert.resolve(part) + " is a file, expected a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void doesNotFollowALinkInPlaceOfAPart(String part) throws IOException {
        howto.make();
        Files.delete(albert.resolve(part));
        Files.createSymbolicLink(albert.resolve(part), Path.of("/nowhere"));

        assertConflict(new Maildir(albert), albert.resolve(part) + " is a symbolic link, expected a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void doesNotWaitForAFifoInPlaceOfAPart(String part) throws IOException, InterruptedException {
        howto.make();
        Files.delete(albert.resolve(part));
        makeFifo(albert.resolve(part));

        assertConflict(new Maildir(albert), albert.resolve(part) + " is a FIFO, expected a directory");
    }

    @Test
    void touchesNothingThatIsInPlaceOfAMaildir() throws IOException, InterruptedException {
        Files.createDirectory(albert.resolveSibling(""));
        Files.writeString(albert, "From seven.of.nine@anotherdomain.nu\n");
        assertConflict(new Maildir(albert), albert + " is a file, expected a directory");

        Files.delete(albert);
        Files.createSymbolicLink(albert, directory);
        assertConflict(new Maildir(albert), albert + " is a symbolic link, expected a directory");

        Files.delete(albert);
        Files.createSymbolicLink(albert, Path.of("/nowhere"));
        assertConflict(new Maildir(albert), albert + " is a symbolic link, expected a directory");

        Files.delete(albert);
        makeFifo(albert);
        assertConflict(new Maildir(albert), albert + " is a FIFO, expected a directory");
    }

    @Test
    void doesNotGoThroughALinkAmongTheParents() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.createSymbolicLink(albert.resolveSibling(""), outside);

        assertConflict(new Maildir(albert), albert.resolveSibling("") + " is a symbolic link, expected a directory");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void leavesModesAloneUnlessOthersMayWrite() throws IOException {
        howto.make();
        Files.setAttribute(albert, "unix:mode", 02755);
        assertThat(howto.make().get(0)).isEqualTo(new AlreadyThere(new Maildir(albert)));

        Files.setAttribute(albert, "unix:mode", 0777);

        assertThat(howto.make().get(0))
                .isEqualTo(new Conflict(
                        new Maildir(albert),
                        albert + " has mode 0777, others can put files in it or delete mail",
                        "Run as the mail owner: chmod 0700 " + albert));
    }

    @Test
    void makesALinkIntoADirectoryThatIsThere() throws IOException {
        howto.make();
        Files.delete(link);

        List<StoreOutcome> outcomes = howto.make();

        assertThat(outcomes.get(8))
                .isInstanceOfSatisfying(
                        Made.class, made -> assertThat(made.paths()).containsExactly(link));
        assertGolden();
    }

    @Test
    void neverPointsALinkElsewhere() throws IOException {
        howto.make();
        DeliveryLink item = (DeliveryLink) howto.timetravel().get(4);
        Files.delete(link);
        Files.createSymbolicLink(link, albert);

        assertConflict(item, link + " points to " + albert + ", expected " + item.target());

        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("incoming"));
        assertConflict(item, link + " points to incoming, expected " + item.target());
    }

    @Test
    void acceptsARelativeLinkToTheRightPlace() throws IOException {
        howto.make();
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("../../shared.maildirs/timetravel.weekly/.incoming"));

        assertThat(howto.make()).allMatch(AlreadyThere.class::isInstance);
    }

    @Test
    void neverTouchesARealDirectoryWhereALinkBelongs() throws IOException {
        howto.make();
        DeliveryLink item = (DeliveryLink) howto.timetravel().get(4);
        Files.delete(link);
        Files.createDirectories(link.resolve("new"));
        Files.createFile(link.resolve("new/1795365967.Vfe00I434012M733525.vm"));

        assertConflict(item, link + " is a real directory, expected a link to " + item.target());
    }

    @Test
    void givesARemedyForARealDirectoryThatWorks() throws IOException, InterruptedException {
        howto.make();
        Files.delete(link);
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(link.resolve(part));
        }
        Files.createFile(link.resolve("new/1.vm"));
        Files.createFile(link.resolve("cur/2.vm:2,S"));
        Conflict conflict = (Conflict) howto.make().get(8);

        run("/bin/sh", "-c", conflict.remedy().replace("Run as the mail owner: ", ""));

        assertThat(howto.make()).allMatch(AlreadyThere.class::isInstance);
        Path folder = howto.base().path().resolve("shared.maildirs/timetravel.weekly/.incoming");
        assertThat(folder.resolve("new/1.vm")).exists();
        assertThat(folder.resolve("cur/2.vm:2,S")).exists();
    }

    @Test
    void makesAnAccountOnceWhenAChunkNamesItTwice() throws StoreUnavailable {
        List<StoreItem> twice = List.of(howto.albert().get(0), howto.albert().get(0));

        assertThat(howto.make(twice))
                .containsExactly(
                        new Made(twice.get(0), List.of(albert.resolveSibling(""), albert)),
                        new AlreadyThere(twice.get(0)));
    }

    @Test
    void refusesNamesThatLeadOutOfTheirPlace() {
        Path base = howto.base().path();
        Path sharable = base.resolve("shared.maildirs/timetravel.weekly");
        for (StoreItem item : List.of(
                new Maildir(base.resolve("../etc/x")),
                new Maildir(Path.of("/etc/x")),
                new Maildir(base),
                new Maildir(base.resolve("shared/x/incoming")),
                new Maildir(base.resolve(".vmail-staging/x")),
                new Maildir(base.resolve("a b")),
                new SharableMaildir(base.resolve("x")),
                new SharableMaildir(base.resolve("shared.maildirs")),
                new SharedFolder(sharable, "../x"),
                new SharedFolder(sharable, "a/b"),
                new SharedFolder(base.resolve("x"), "incoming"),
                new DeliveryLink(base.resolve("shared/incoming"), sharable.resolve(".incoming")),
                new DeliveryLink(base.resolve("shared/x/incoming"), Path.of("/etc/.x")),
                new DeliveryLink(base.resolve("shared/x/incoming"), sharable),
                new Subscription(albert.resolve("shared-maildirs"), "J._Team", sharable),
                new Subscription(albert.resolve("shared-maildirs"), "a\tb", sharable),
                new Subscription(albert.resolve("shared-maildirs"), "", sharable),
                new Subscription(albert.resolve("shared-maildirs"), "x", albert),
                new Subscription(albert.resolve(".forward"), "x", sharable))) {
            assertThatThrownBy(() -> howto.make(List.of(item)))
                    .as(item.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("refused to make ");
        }
        assertThat(base).isEmptyDirectory();
    }

    private void assertConflict(StoreItem item, String found) throws IOException {
        Map<Path, Object> before = Tree.changeTimes(albert.resolveSibling(""));
        Map<Path, Object> place = Tree.changeTimes(item.path());

        List<StoreOutcome> outcomes = howto.make(List.of(item));

        assertThat(outcomes).singleElement().isInstanceOfSatisfying(Conflict.class, conflict -> {
            assertThat(conflict.item()).isEqualTo(item);
            assertThat(conflict.found()).isEqualTo(found);
            if (!(item instanceof DeliveryLink)) {
                assertThat(conflict.remedy()).isEqualTo(MOVE);
            }
        });
        assertThat(Tree.changeTimes(albert.resolveSibling(""))).isEqualTo(before);
        assertThat(Tree.changeTimes(item.path())).isEqualTo(place);
        assertThat(howto.base().path().resolve(Staging.NAME)).doesNotExist();
    }

    private void assertGolden() throws IOException {
        Path base = howto.base().path();
        assertThat(Tree.of(base)).containsExactlyElementsOf(Tree.golden(base, Howto.owner()));
    }

    static void makeFifo(Path path) throws IOException, InterruptedException {
        run("mkfifo", path.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
