package vmail.writer.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.store.DeliveryLink;
import vmail.store.Maildir;
import vmail.store.Owner;
import vmail.store.SharableMaildir;
import vmail.store.SharedFolder;

class JournalTest {

    private static final JournalTarget TARGET =
            new JournalTarget(Path.of("/vmail"), "ldap://localhost", "ou=tokelau,o=company");
    private static final Path MAILDIR = Path.of("/vmail/a/Maildir");
    private static final Change CHMOD = new ModeChange(MAILDIR, 01777, 0700);
    private static final Change MOVE = new Move(MAILDIR, Path.of("/vmail/b\u202e\u00e9"), 1701);

    @TempDir
    Path folder = Path.of("");

    static Stream<Change> changes() {
        DeliveryLink link = new DeliveryLink(Path.of("/vmail/shared/t/in"), Path.of("/vmail/shared.maildirs/t/.in"));
        Path sharable = Path.of("/vmail/shared.maildirs/t");
        NewItems items = new NewItems(
                List.of(new Maildir(MAILDIR), new SharableMaildir(sharable), new SharedFolder(sharable, "in"), link),
                List.of(
                        new Piece(MAILDIR, Piece.Kind.DIRECTORY, 0700, Optional.empty()),
                        new Piece(sharable.resolve("maildirfolder"), Piece.Kind.FILE, 0600, Optional.empty()),
                        Piece.of(link)));
        return Stream.of(
                CHMOD,
                MOVE,
                items,
                items.inverse(),
                new NewFolder(MAILDIR, 0755),
                new FolderTaken(MAILDIR, 0755),
                new OwnerChange(MAILDIR, new Owner(0, 0), new Owner(5000, 5001)),
                new LinkChange(link.path(), Path.of("x"), link.target()),
                ContentChange.of(MAILDIR, Optional.empty(), Optional.of(new byte[] {0, -1, 'a', '\n'}), 0644),
                ContentChange.of(MAILDIR, Optional.of(new byte[0]), Optional.empty(), 0600),
                new ValueChange("cn=\u00e9,o=company", "mail", List.of("a", "b"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void hasEachChangeAsItIs(Change change) throws IOException {
        try (Journal journal = Journal.open(folder, TARGET)) {
            journal.begin("why", List.of(change));
        }

        assertThat(read()).containsExactly(new JournalEntry(1, 1, "why", change, Optional.empty()));
        assertThat(change.inverse().inverse()).isEqualTo(change);
        assertThat(change.words()).isNotBlank();
    }

    @Test
    void tellsWhatWasMadeFromWhatWasNotAndFromWhatIsNotKnown() throws IOException {
        try (Journal journal = Journal.open(folder, TARGET)) {
            long first = journal.begin("one", List.of(CHMOD, MOVE));
            journal.ended(first, Applied.DONE);
            journal.ended(first + 1, Applied.conflict("/vmail/a is not there"));
            journal.ended(journal.begin("two", List.of(CHMOD)), Applied.NEEDLESS);
            journal.begin("three", List.of(MOVE));
        }

        assertThat(read())
                .containsExactly(
                        new JournalEntry(1, 1, "one", CHMOD, Optional.of(Applied.Kind.DONE)),
                        new JournalEntry(2, 1, "one", MOVE, Optional.of(Applied.Kind.CONFLICT)),
                        new JournalEntry(3, 3, "two", CHMOD, Optional.of(Applied.Kind.NEEDLESS)),
                        new JournalEntry(4, 4, "three", MOVE, Optional.empty()));
        assertThat(read().stream().map(JournalEntry::mayStand)).containsExactly(true, false, false, true);
    }

    @Test
    void isOnDiskBeforeTheDeed() throws IOException {
        try (Journal journal = Journal.open(folder, TARGET)) {
            journal.begin("why", List.of(CHMOD));

            assertThat(read()).hasSize(1);
        }
    }

    @Test
    void goesOnWhereACrashCutItOff() throws IOException {
        try (Journal journal = Journal.open(folder, TARGET)) {
            journal.begin("one", List.of(CHMOD));
        }
        Files.writeString(file(), "{ \"number\":2, \"rea", StandardOpenOption.APPEND);

        try (Journal journal = Journal.open(folder, TARGET)) {
            assertThat(journal.begin("two", List.of(MOVE))).isEqualTo(2);
        }

        assertThat(read()).extracting(JournalEntry::reason).containsExactly("one", "two");
    }

    @Test
    void isForItsOwnerAloneAndInAscii() throws IOException {
        try (Journal journal = Journal.open(folder, TARGET)) {
            journal.begin("why", List.of(MOVE));
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file(), StandardCharsets.US_ASCII)).contains("/vmail/b\\u202e\\u00e9");
    }

    @Test
    void saysWhichLineItCanNotRead() throws IOException {
        Files.writeString(
                file(), TARGET.json().toSingleLineString() + "\n{ \"number\":1, \"do\":{ \"change\":\"melt\" } }\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessage(file() + " line 2 can not be read: no usable act. It was changed, or written by another"
                        + " version of vmail");
        Files.delete(file());
        assertThatThrownBy(this::read).isInstanceOf(NoSuchFileException.class);
    }

    private List<JournalEntry> read() throws IOException {
        Journal.Contents contents = Journal.read(file());
        assertThat(contents.target()).isEqualTo(TARGET);
        return contents.entries();
    }

    private Path file() {
        return folder.resolve(Journal.NAME);
    }
}
