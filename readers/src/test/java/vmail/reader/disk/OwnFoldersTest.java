package vmail.reader.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.rule.StoreRule;
import vmail.store.Fault;
import vmail.store.ItemState.Present;

@Timeout(60)
class OwnFoldersTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Mailbase base;

    @BeforeEach
    void makeTree() throws IOException {
        base = Mailbase.in(directory);
    }

    @Test
    void takesWhatCourierDovecotAndMailProgramsAddForNormal() throws IOException {
        folder(".Sent");
        folder(".Sent.2003");
        folder(".Entw\u00fcrfe");
        folder(".R&D-Team");
        Files.createFile(base.albert.resolve("dovecot-uidlist"));
        Files.createFile(base.albert.resolve("dovecot.index.log"));
        Files.createFile(base.albert.resolve(".mailfilter"));
        Files.createDirectories(base.albert.resolve("sieve/tmp"));
        Files.createDirectories(base.albert.resolve("courierimapkeywords"));
        Files.createSymbolicLink(base.albert.resolve(".Copy"), base.albert.resolve(".Sent"));

        assertThat(base.inspector().inspect(base.maildir)).isEqualTo(new Present());
    }

    @Test
    void tellsAFolderThatCanNotBeOpened() throws IOException {
        Files.delete(folder(".Sent").resolve("new"));

        assertFault(StoreRule.FOLDER_COMPLETE);
    }

    @Test
    void tellsAFolderWithoutItsMark() throws IOException {
        Files.delete(folder(".Sent").resolve("maildirfolder"));

        assertFault(StoreRule.FOLDER_MARKED);
    }

    @Test
    void tellsANameOfOlderCouriers() throws IOException {
        folder(".R&AOk-sum&AOk-");

        assertFault(StoreRule.FOLDER_NAME_DECODED);
    }

    @Test
    void tellsANameThatNobodyCanSelect() throws IOException {
        folder(".Sent..2003");

        assertFault(StoreRule.FOLDER_NAME_USABLE);
    }

    @Test
    void tellsFoldersThatLookAlike() throws IOException {
        folder(".Sent");
        folder(".sent");

        assertFault(StoreRule.FOLDER_NAMES_APART);
    }

    @Test
    void tellsMailOfAnotherLayout() throws IOException {
        Path inner = base.albert.resolve("Sent");
        Mailbase.make(inner, 0700, 0700);
        Files.createFile(inner.resolve("cur/1.vm:2,S"));

        assertFault(StoreRule.NO_INNER_MAILDIR);
    }

    @Test
    void tellsAFolderInsideOfAFolder() throws IOException {
        Mailbase.make(folder(".Sent").resolve(".2003"), 0700, 0700);

        assertThat(faults())
                .extracting(Fault::remedy)
                .containsExactly("Make it a folder, as the mail owner: mv -nT " + base.albert + "/.Sent/.2003 "
                        + base.albert + "/.Sent.2003");
    }

    @Test
    void tellsAFileOfCyrus() throws IOException {
        Files.createFile(base.albert.resolve("cyrus.header"));

        assertFault(StoreRule.NO_FOREIGN_FILE);
    }

    @Test
    void tellsALinkToSomebodyElsesMail() throws IOException {
        Files.createSymbolicLink(base.albert.resolve(".Seven"), base.path.resolve("seven.of.nine/Maildir"));

        assertThat(faults()).extracting(Fault::kind).containsExactly(Fault.Kind.LINKED);
    }

    private Path folder(String name) throws IOException {
        Path folder = base.albert.resolve(name);
        Mailbase.make(folder, 0700, 0700);
        Files.createFile(folder.resolve("maildirfolder"));
        return folder;
    }

    private List<Fault> faults() throws IOException {
        return Mailbase.faults(base.inspector().inspect(base.maildir));
    }

    private void assertFault(StoreRule rule) throws IOException {
        assertThat(faults()).hasSize(1);
        assertThat(base.asOnPage(faults().get(0))).isEqualTo(Mailbase.example(rule));
    }
}
