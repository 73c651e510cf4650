package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.SourceLine;
import vmail.account.Unreadable;

/** What holds for every reader of files, whatever the format. */
public interface AccountReaderContract {

    /** A name whose format is not told by anything but the content. */
    String NAME = "accounts.txt";

    /** Albert, Seven and Timetravel, each with a password except the last, Seven's name with an accent. */
    String people();

    /** The first line of each of the three. */
    List<Long> firstLines();

    /** The same with Seven's record broken so that it can not be read. */
    String brokenInTheMiddle();

    /** The file, which a test may not make twice. */
    static Path write(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(NAME), bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    default void givesEveryRecordInItsOrder(@TempDir Path folder) throws IOException {
        Path file = write(folder, utf8(people()));

        List<Input> inputs = Inputs.readAll(file);

        assertThat(inputs)
                .extracting(input -> ((Candidate) input).dn())
                .satisfiesExactly(
                        albert -> assertThat(albert).startsWith("cn=Albert Onestone,"),
                        seven -> assertThat(seven).startsWith("cn=Sevén of Nine,"),
                        timetravel -> assertThat(timetravel).startsWith("cn=Timetravel weekly,"));
    }

    @Test
    default void namesTheFirstLineOfEveryRecord(@TempDir Path folder) throws IOException {
        Path file = write(folder, utf8(people()));

        List<Input> inputs = Inputs.readAll(file);

        assertThat(inputs)
                .extracting(Input::origin)
                .isEqualTo(firstLines().stream()
                        .map(line -> new SourceLine(file.toString(), line))
                        .toList());
    }

    @Test
    default void staysAtTheEnd(@TempDir Path folder) throws IOException {
        Path file = write(folder, utf8(people()));

        try (AccountReader reader = Source.of(file).open(Inputs.OPTIONS)) {
            while (reader.read() != null) {}

            assertThat(reader.read()).isNull();
        }
    }

    @Test
    default void takesEveryKindOfLineEnd(@TempDir Path folder) throws IOException {
        List<String> expected = Inputs.shown(write(folder, utf8(people())));

        assertThat(Inputs.shown(write(folder, utf8(people().replace("\n", "\r\n")))))
                .isEqualTo(expected);
        assertThat(Inputs.shown(write(folder, utf8(people().replace("\n", "\r")))))
                .isEqualTo(expected);
        assertThat(Inputs.shown(write(folder, utf8(people().stripTrailing())))).isEqualTo(expected);
    }

    @Test
    default void stripsTheByteOrderMark(@TempDir Path folder) throws IOException {
        List<String> expected = Inputs.shown(write(folder, utf8(people())));

        Path marked = write(folder, utf8("\ufeff" + people()));

        assertThat(Inputs.shown(marked)).isEqualTo(expected);
    }

    @Test
    default void recognisesGzipByItsContent(@TempDir Path folder) throws IOException {
        List<String> expected = Inputs.shown(write(folder, utf8(people())));

        Path packed = folder.resolve(NAME);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(utf8(people()));
        }

        assertThat(Inputs.shown(packed)).isEqualTo(expected);
    }

    @Test
    default void refusesBytesThatAreNotUtf8AmongOthersThatAre(@TempDir Path folder) throws IOException {
        String text = people() + "# é è é\n";
        byte[] bytes = utf8(text);
        String before = text.substring(0, text.indexOf('é'));
        bytes[before.length() + 1] = 'e';
        Path file = write(folder, bytes);

        long line = before.lines().count();

        Inputs.assertUnusable(
                file,
                "accounts.txt:%d: the byte 0xC3 at offset %d is not UTF-8. Correct it, or name the encoding of the whole "
                                .formatted(line, before.length())
                        + "file: --encoding windows-1252.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    default void readsTheSameInAnyEncodingThatCanBeTold(String encoding, @TempDir Path folder) throws IOException {
        List<String> expected = Inputs.shown(write(folder, utf8(people())));

        Path file = write(folder, people().getBytes(Charset.forName(encoding)));

        assertThat(Inputs.shown(file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    default void passesOverTheByteOrderMark(String encoding, @TempDir Path folder) throws IOException {
        List<String> expected = Inputs.shown(write(folder, utf8(people())));

        Path file = write(folder, ("\ufeff" + people()).getBytes(Charset.forName(encoding)));

        assertThat(Inputs.shown(file)).isEqualTo(expected);
    }

    @Test
    default void writesRejectsAsUtf8WhateverTheSourceWas(@TempDir Path folder) throws IOException {
        Path file = write(folder, people().getBytes(Charset.forName("windows-1252")));

        StringBuilder rejects = new StringBuilder();
        Source.of(file).copyRejects(Inputs.OPTIONS, Map.of(firstLines().get(0), List.of("no")), rejects);

        String first = withoutPassword(Inputs.readAll(file).get(0));
        assertThat(Inputs.readAll(write(folder, utf8(rejects.toString()))))
                .extracting(AccountReaderContract::withoutPassword)
                .containsExactly(first);
    }

    @Test
    default void goesOnBehindARecordThatCanNotBeRead(@TempDir Path folder) throws IOException {
        List<String> whole = Inputs.shown(write(folder, utf8(people())));

        List<Input> inputs = Inputs.readAll(write(folder, utf8(brokenInTheMiddle())));

        assertThat(inputs).hasSize(3);
        assertThat(inputs.get(1)).isInstanceOf(Unreadable.class);
        assertThat(Inputs.shown(inputs.get(0))).isEqualTo(whole.get(0));
        assertThat(Inputs.shown(inputs.get(2))).isEqualTo(whole.get(2));
    }

    @Test
    default void readsItsOwnRejectsAgainWithoutPasswords(@TempDir Path folder) throws IOException {
        Path file = write(folder, utf8(people()));
        List<String> expected = Inputs.readAll(file).stream()
                .map(AccountReaderContract::withoutPassword)
                .toList();

        List<Long> lines = firstLines();
        StringBuilder rejects = new StringBuilder();
        List<String> reasons = List.of("bad, \"very\" bad\ndn: cn=evil", "and \u001b[31mworse");
        Source.of(file)
                .copyRejects(
                        Inputs.OPTIONS,
                        Map.of(lines.get(0), reasons, lines.get(1), reasons, lines.get(2), reasons),
                        rejects);

        assertThat(rejects).doesNotContain("s3cret").contains("\\ndn: cn=evil", "\\u001b[31mworse");
        List<Input> again = Inputs.readAll(write(folder, utf8(rejects.toString())));
        assertThat(again).extracting(AccountReaderContract::withoutPassword).isEqualTo(expected);
    }

    @Test
    default void copiesOnlyTheRejectsThatAreNamed(@TempDir Path folder) throws IOException {
        Path file = write(folder, utf8(people()));
        String timetravel = withoutPassword(Inputs.readAll(file).get(2));

        StringBuilder rejects = new StringBuilder();
        Source.of(file)
                .copyRejects(Inputs.OPTIONS, Map.of(firstLines().get(2), List.of("no"), 99L, List.of("no")), rejects);

        List<Input> again = Inputs.readAll(write(folder, utf8(rejects.toString())));
        assertThat(again).extracting(AccountReaderContract::withoutPassword).containsExactly(timetravel);
    }

    private static String withoutPassword(Input input) {
        return Inputs.shown(input).replaceFirst("^\\d+: ", "").replaceFirst(" userPassword=\\[[^]]*]", "");
    }
}
