package vmail.reader.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.account.MailBase;
import vmail.rule.StoreRule;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Present;
import vmail.store.ItemState.Unknown;
import vmail.store.Owner;
import vmail.store.StoreItem;

@Timeout(60)
class StoreInspectorTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Mailbase base;

    @BeforeEach
    void makeTree() throws IOException {
        base = Mailbase.in(directory);
    }

    @Test
    void findsTheHowtosTreePresent() throws IOException {
        for (StoreItem item : List.of(base.maildir, base.sharable, base.incoming, base.link, base.subscription)) {
            assertThat(base.inspector().inspect(item)).as(item.toString()).isEqualTo(new Present());
        }
        assertThat(base.inspector().inspectBase()).isEqualTo(new Present());
    }

    @Test
    void findsWhatIsNotThereMissing() throws IOException {
        Mailbase.deleteMaildir(base.albert);
        Mailbase.deleteMaildir(base.timetravel.resolve(".incoming"));
        Files.delete(base.link.path());

        for (StoreItem item : List.of(base.maildir, base.incoming, base.link, base.subscription)) {
            assertThat(base.inspector().inspect(item)).as(item.toString()).isEqualTo(new Missing());
        }
    }

    @Test
    void takesTheOwnerOfTheMailBaseWhenNoneIsNamed() {
        StoreInspector inspector = new StoreInspector(new MailBase(base.path), Optional.empty());

        assertThat(inspector.inspect(base.maildir)).isEqualTo(new Present());
    }

    @Test
    void acceptsARelativeLinkToTheRightPlace() throws IOException {
        Files.delete(base.link.path());
        Files.createSymbolicLink(base.link.path(), Path.of("../../shared.maildirs/timetravel.weekly/.incoming"));

        assertThat(base.inspector().inspect(base.link)).isEqualTo(new Present());
    }

    @Test
    void saysNothingAboutTheTargetOfTheRightLink() throws IOException {
        Mailbase.deleteMaildir(base.timetravel.resolve(".incoming"));

        assertThat(base.inspector().inspect(base.link)).isEqualTo(new Present());
    }

    @Test
    void findsAFileAmongTheParents() throws IOException {
        Mailbase.deleteMaildir(base.albert);
        Files.delete(base.path.resolve("albert.onestone"));
        Files.createFile(base.path.resolve("albert.onestone"));

        assertThatFault(base.maildir, StoreRule.PARENT_USABLE);
    }

    @Test
    void findsThatAMissingMaildirCanNotBeMade() throws IOException {
        Mailbase.deleteMaildir(base.albert);
        StoreInspector inspector = new StoreInspector(new MailBase(base.path), Optional.of(new Owner(5000, 5000)));

        List<Fault> faults = Mailbase.faults(inspector.inspect(base.maildir));

        Path parent = base.path.resolve("albert.onestone");
        assertThat(faults)
                .containsExactly(new Fault(
                        Fault.Kind.PARENT,
                        parent,
                        parent + " has mode 0755 and belongs to " + base.owner()
                                + ", so that the mail owner 5000:5000 can not use it",
                        "Run as root: chown -h 5000:5000 " + parent + " && chmod u+rwx " + parent));
    }

    @Test
    void findsALinkAmongTheParents() throws IOException {
        Files.move(base.path.resolve("albert.onestone"), base.path.resolve("elsewhere"));
        Files.createSymbolicLink(base.path.resolve("albert.onestone"), Path.of("elsewhere"));

        assertThat(onlyFault(base.maildir).found())
                .isEqualTo(base.path + "/albert.onestone is a symbolic link, expected a directory");
    }

    @Test
    void findsPartsMissing() throws IOException {
        Files.delete(base.albert.resolve("cur"));
        Files.delete(base.albert.resolve("tmp"));

        assertThatFault(base.maildir, StoreRule.MAILDIR_COMPLETE);
    }

    @Test
    void findsAFileInPlaceOfAMaildir() throws IOException {
        Mailbase.deleteMaildir(base.albert);
        Files.writeString(base.albert, "From seven.of.nine@anotherdomain.nu\n");

        assertThatFault(base.maildir, StoreRule.MAILDIR_KIND);
    }

    @Test
    void findsALinkInPlaceOfAMaildir() throws IOException {
        Mailbase.deleteMaildir(base.albert);
        Files.createSymbolicLink(base.albert, base.path.resolve("seven.of.nine/Maildir"));

        assertThatFault(base.maildir, StoreRule.MAILDIR_NOT_LINKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void findsEachPartMissing(String part) throws IOException {
        Files.delete(base.albert.resolve(part));

        assertThat(onlyFault(base.maildir))
                .isEqualTo(new Fault(
                        Fault.Kind.INCOMPLETE, base.albert, base.albert + " lacks " + part, "Run vmail make-stores"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void findsAFileInPlaceOfEachPart(String part) throws IOException {
        Files.delete(base.albert.resolve(part));
        Files.createFile(base.albert.resolve(part));

        assertThat(onlyFault(base.maildir).found())
                .isEqualTo(base.albert.resolve(part) + " is a file, expected a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp"})
    void findsALinkInPlaceOfEachPart(String part) throws IOException {
        Files.delete(base.albert.resolve(part));
        Files.createSymbolicLink(base.albert.resolve(part), Path.of("/nowhere\u001b"));

        assertThat(onlyFault(base.maildir).found())
                .isEqualTo(base.albert.resolve(part) + " is a symbolic link to /nowhere\\x1b, expected a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur", "new", "tmp", ""})
    void doesNotWaitForAFifo(String part) throws IOException, InterruptedException {
        Path place = base.albert.resolve(part);
        if (part.isEmpty()) {
            Mailbase.deleteMaildir(base.albert);
        } else {
            Files.delete(place);
        }
        Mailbase.makeFifo(place);

        assertThat(onlyFault(base.maildir).found()).isEqualTo(place + " is a FIFO, expected a directory");
    }

    @Test
    void findsWhatRootHasMade() throws IOException {
        StoreInspector inspector = new StoreInspector(new MailBase(base.path), Optional.of(new Owner(5000, 5000)));

        List<Fault> faults = Mailbase.faults(inspector.inspect(base.maildir));

        assertThat(faults).hasSize(1);
        assertThat(base.asOnPage(faults.get(0))).isEqualTo(Mailbase.example(StoreRule.MAILDIR_OWNER));
    }

    @Test
    void findsMissingPermissionsOfTheOwner() throws IOException {
        Mailbase.chmod(base.albert.resolve("new"), 0500);

        assertThatFault(base.maildir, StoreRule.MAILDIR_USABLE);
    }

    @Test
    void findsAMaildirThatOthersMayEnter() throws IOException {
        Mailbase.chmod(base.albert, 0755);

        assertThatFault(base.maildir, StoreRule.MAILDIR_PRIVATE);
    }

    @Test
    void findsOtherModesOfSharedThings() throws IOException {
        Mailbase.chmod(base.timetravel, 0700);
        Mailbase.chmod(base.timetravel.resolve(".incoming/new"), 0700);

        assertThatFault(base.sharable, StoreRule.SHARABLE_MAILDIR_MODE);
        assertThatFault(base.incoming, StoreRule.SHARED_FOLDER_MODE);
    }

    @Test
    void findsAFolderWithoutItsMark() throws IOException {
        Files.delete(base.timetravel.resolve(".incoming/maildirfolder"));

        assertThatFault(base.incoming, StoreRule.SHARED_FOLDER_MARKED);
    }

    @Test
    void countsTheMailInARealDirectoryWhereTheLinkBelongs() throws IOException {
        Files.delete(base.link.path());
        Mailbase.make(base.link.path(), 0700, 0700);
        Files.createFile(base.link.path().resolve("new/1795365967.Vfe00I434012M733525.vm"));
        Files.createFile(base.link.path().resolve("cur/1795365968.Vfe00I434013M733526.vm:2,S"));

        assertThatFault(base.link, StoreRule.DELIVERY_LINK_IS_LINK);
    }

    @Test
    void tellsAnEmptyDirectoryAndAFileWhereTheLinkBelongs() throws IOException {
        Files.delete(base.link.path());
        Files.createDirectory(base.link.path());
        String empty = onlyFault(base.link).found();
        Files.delete(base.link.path());
        Files.createFile(base.link.path());
        String file = onlyFault(base.link).found();

        assertThat(empty)
                .isEqualTo(base.link.path() + " is a real directory with no mail, expected a link to "
                        + base.link.target());
        assertThat(file).isEqualTo(base.link.path() + " is a file, expected a link to " + base.link.target());
    }

    @Test
    void findsALinkToSomebodyElse() throws IOException {
        Files.delete(base.link.path());
        Files.createSymbolicLink(base.link.path(), base.albert);

        assertThatFault(base.link, StoreRule.DELIVERY_LINK_TARGET);
    }

    @Test
    void findsALinkThatPointsToItself() throws IOException {
        Files.delete(base.link.path());
        Files.createSymbolicLink(base.link.path(), Path.of("incoming"));

        assertThat(onlyFault(base.link).kind()).isEqualTo(Fault.Kind.NO_TARGET);
    }

    @Test
    void findsALinkToNothing() throws IOException {
        Files.delete(base.link.path());
        Files.createSymbolicLink(base.link.path(), base.timetravel.resolve(".incomming"));

        assertThat(onlyFault(base.link).kind()).isEqualTo(Fault.Kind.NO_TARGET);
    }

    @Test
    void findsAMissingOrUnusableMailBase() throws IOException {
        Path missing = directory.resolve("unmounted");
        Files.createFile(directory.resolve("file"));

        assertThat(new StoreInspector(new MailBase(missing), Optional.empty()).inspectBase())
                .isEqualTo(new Missing());
        assertThat(Mailbase.faults(new StoreInspector(new MailBase(directory.resolve("file")), Optional.empty())
                                .inspectBase())
                        .get(0)
                        .found())
                .isEqualTo("mail base " + directory + "/file is a file, not a directory");
    }

    @Test
    void doesNotCallMissingWhatItMayNotLookAt() throws IOException {
        assumeTrue(base.owner().uid() != 0, "SKIPPED: root may look at everything");
        Mailbase.chmod(base.albert, 0);

        ItemState state = base.inspector().inspect(base.maildir);

        Mailbase.chmod(base.albert, 0700);
        assertThat(state).isEqualTo(new Unknown(base.albert, "Permission denied"));
    }

    private Fault onlyFault(StoreItem item) throws IOException {
        List<Fault> faults = Mailbase.faults(base.inspector().inspect(item));
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private void assertThatFault(StoreItem item, StoreRule rule) throws IOException {
        assertThat(base.asOnPage(onlyFault(item))).isEqualTo(Mailbase.example(rule));
    }
}
