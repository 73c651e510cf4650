package vmail.reader.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.MailBase;
import vmail.account.Stamps;
import vmail.message.FolderFacts;
import vmail.message.MailFacts;
import vmail.message.MailFacts.Amount;
import vmail.message.Mailbox;

class MailReaderTest {

    private static final Instant STALE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant THEN = Instant.ofEpochSecond(1_700_000_001);

    @TempDir
    Path folder = Path.of("");

    private Path maildir = Path.of("");
    private final List<String> unseen = new ArrayList<>();

    @BeforeEach
    void make() throws IOException {
        folder = folder.toRealPath();
        maildir = folder.resolve("albert.onestone/Maildir");
        for (String name : List.of("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp", ".Trash/cur")) {
            Files.createDirectories(maildir.resolve(name));
        }
    }

    private Path message(String name) throws IOException {
        Path file = Files.writeString(maildir.resolve(name), "Subject: hi\n");
        Files.setAttribute(file, "unix:mode", 0600);
        return Files.setLastModifiedTime(file, FileTime.from(THEN));
    }

    private Mailbox mailbox(String... shared) {
        return new Mailbox("cn=x", maildir, List.of(shared), true, OptionalLong.empty(), Stamps.NONE);
    }

    private Optional<MailFacts> read(Mailbox mailbox, Runnable each) throws IOException {
        try (MailReader reader = MailReader.open(new MailBase(folder), Optional.empty(), new Pace(0, each))) {
            return reader.read(mailbox, STALE, unseen::add);
        }
    }

    private MailFacts read() throws IOException {
        return read(mailbox(), () -> {}).orElseThrow();
    }

    @Test
    void countsTheMailOfEveryFolder() throws IOException {
        message("new/1700000001.V1.vm");
        message("cur/1700000002.V1.vm:2,S");
        message("cur/1700000003.V1.vm:2,T");
        message(".Sent/cur/1700000004.V1.vm:2,S");
        message(".Trash/cur/1700000005.V1.vm:2,S");
        Files.writeString(maildir.resolve("cur/.nfs0001"), "no message");

        MailFacts facts = read();

        assertThat(facts.folders())
                .containsExactlyInAnyOrder(
                        new FolderFacts(FolderFacts.INBOX, 1, 2, Optional.of(THEN), Optional.of(THEN)),
                        new FolderFacts(Path.of(".Sent"), 0, 1, Optional.empty(), Optional.of(THEN)),
                        new FolderFacts(Path.of(".Trash"), 0, 1, Optional.empty(), Optional.of(THEN)));
        assertThat(facts.counted()).isEqualTo(new Amount(3, 36));
        assertThat(facts.uncounted()).isEqualTo(new Amount(2, 24));
        assertThat(facts.odd()).isEmpty();
        assertThat(facts.complete()).isTrue();
        assertThat(facts.opened()).isFalse();
        assertThat(unseen).isEmpty();
    }

    @Test
    void countsOfASharedAccountItsOwnFoldersOnly() throws IOException {
        message(".Sent/cur/1700000004.V1.vm:2,S");
        message(".Trash/cur/1700000005.V1.vm:2,S");

        assertThat(read(mailbox(".Sent"), () -> {}).orElseThrow().folders())
                .extracting(FolderFacts::name, FolderFacts::messages)
                .containsExactlyInAnyOrder(tuple(FolderFacts.INBOX, 0L), tuple(Path.of(".Sent"), 1L));
    }

    @Test
    void goesThroughNoLink() throws IOException {
        message(".Sent/cur/1700000004.V1.vm:2,S");
        Files.createSymbolicLink(maildir.resolve(".Other"), Path.of(".Sent"));
        Files.move(maildir.resolve("new"), maildir.resolve("elsewhere"));
        Files.createSymbolicLink(maildir.resolve("new"), Path.of(".Sent/cur"));

        assertThat(read().folders().stream().mapToLong(FolderFacts::messages).sum())
                .isEqualTo(1);

        Files.move(maildir, maildir.resolveSibling("moved"));
        Files.createSymbolicLink(maildir, Path.of("moved"));

        assertThat(read(mailbox(), () -> {})).isEmpty();
        assertThat(unseen).isEmpty();
    }

    @Test
    void saysNothingOfAMaildirThatIsNotThere() throws IOException {
        Mailbox nobody =
                new Mailbox("cn=x", folder.resolve("no/body"), List.of(), true, OptionalLong.empty(), Stamps.NONE);

        assertThat(read(nobody, () -> {})).isEmpty();
        assertThat(unseen).isEmpty();
    }

    /** Whenever it happens: Courier moves a message from new to cur, and changes its flags, while it is being looked at. */
    @Test
    void isNotDeceivedByMailThatMoves() throws IOException {
        message("new/1700000009.V1.vm");
        message("cur/1700000008.V1.vm:2,");
        long looks = looks();

        for (long at = 1; at <= looks; at++) {
            long[] look = {0, at};
            MailFacts facts = read(mailbox(), () -> {
                        if (++look[0] == look[1]) {
                            move("new/1700000009.V1.vm", "cur/1700000009.V1.vm:2,");
                            move("cur/1700000008.V1.vm:2,", "cur/1700000008.V1.vm:2,S");
                        }
                    })
                    .orElseThrow();

            assertThat(facts.odd()).as("moved at look " + at).isEqualTo(Map.of());
            assertThat(unseen).isEmpty();
            move("cur/1700000009.V1.vm:2,", "new/1700000009.V1.vm");
            move("cur/1700000008.V1.vm:2,S", "cur/1700000008.V1.vm:2,");
        }
    }

    /** Whenever it happens: a folder is renamed or deleted by its owner. */
    @Test
    void isNotDeceivedByFoldersThatMove() throws IOException {
        message(".Sent/cur/1700000004.V1.vm:2,S");
        long looks = looks();

        for (long at = 1; at <= looks; at++) {
            long[] look = {0, at};
            MailFacts facts = read(mailbox(), () -> {
                        if (++look[0] == look[1]) {
                            move(".Sent", ".Gone");
                        }
                    })
                    .orElseThrow();

            assertThat(facts.odd()).as("moved at look " + at).isEqualTo(Map.of());
            assertThat(unseen).isEmpty();
            move(".Gone", ".Sent");
        }
    }

    /** How many there are at what is there now. */
    private long looks() throws IOException {
        long[] looks = {0};
        read(mailbox(), () -> looks[0]++);
        assertThat(looks[0]).isGreaterThan(30);
        return looks[0];
    }

    private void move(String from, String to) {
        try {
            Files.move(maildir.resolve(from), maildir.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
