package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingDetectionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    written in   | read as      | text
                    UTF-8        | UTF-8        | René Descartes
                    US-ASCII     | UTF-8        | Seven of Nine
                    windows-1252 | windows-1252 | René Descartes
                    windows-1252 | windows-1252 | Seamus O’Brien
                    windows-1252 | windows-1252 | Šárka Žižková, Jürgen Groß – “Œuvre”
                    ISO-8859-1   | windows-1252 | dómain1.com
                    ISO-8859-15  | windows-1252 | Åsa Öberg
                    Shift_JIS    | Shift_JIS    | 山田太郎, 鈴木一郎, さくら
                    EUC-JP       | EUC-JP       | 山田太郎, 鈴木一郎, さくら
                    windows-1251 | windows-1251 | Иван Петров, Анна Каренина
                    KOI8-R       | KOI8-R       | Иван Петров, Анна Каренина
                    ISO-8859-7   | ISO-8859-7   | Γιώργος Παπαδόπουλος
                    UTF-16LE     | UTF-16LE     | Éric, René
                    UTF-16BE     | UTF-16BE     | Éric, René
                    UTF-32LE     | UTF-32LE     | Éric, René
                    UTF-32BE     | UTF-32BE     | Éric, René
                    """, useHeadersInDisplayName = true)
    void tellsTheEncoding(String written, String expected, String text) throws IOException {
        Path file = write(text + ",a@mydomain.nl\n", written);

        TextEncoding found = EncodingDetection.of(file, "accounts.csv", Optional.empty());

        assertThat(found.charset()).isEqualTo(Charset.forName(expected));
        if (!written.equals("ISO-8859-15")) {
            assertThat(lines(new TextFile(file, "accounts.csv", found))).containsExactly(text + ",a@mydomain.nl");
        }
    }

    @ParameterizedTest
    @CsvSource({"IBM850,René Müller", "x-MacRoman,René Müller", "Shift_JIS,山田"})
    void asksWhereAGuessWouldGiveWrongNames(String written, String text) throws IOException {
        Path file = write(text + "\n", written);

        assertThatThrownBy(() -> EncodingDetection.of(file, "accounts.csv", Optional.empty()))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(
                        "accounts.csv: its encoding can not be told: it is not UTF-8, and most letters beyond ASCII "
                                + "would be odd signs in windows-1252. Name the encoding: --encoding NAME, such as IBM850, "
                                + "macintosh or Shift_JIS.");
    }

    @ParameterizedTest
    @CsvSource({"IBM850,René Müller", "ISO-8859-15,€ René", "ISO-8859-2,Dvořák", "Shift_JIS,山田", "UTF-16LE,山田"})
    void takesWhatTheUserSays(String asked, String text) throws IOException {
        Path file = write(text, asked);

        TextEncoding found = EncodingDetection.of(file, "accounts.csv", Optional.of(Charset.forName(asked)));

        assertThat(lines(new TextFile(file, "accounts.csv", found))).containsExactly(text);
        assertThat(found.note("accounts.csv")).isEmpty();
    }

    @Test
    void believesAByteOrderMarkMoreThanTheUser() throws IOException {
        Path file = write("\ufeffRené", "UTF-16LE");

        TextEncoding found = EncodingDetection.of(file, "accounts.csv", Optional.of(Charset.forName("windows-1252")));

        assertThat(lines(new TextFile(file, "accounts.csv", found))).containsExactly("René");
        assertThat(found.note("accounts.csv")).contains("accounts.csv: read as UTF-16LE (by its byte order mark)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    windows-1252 | accounts.csv: read as windows-1252 (detected; --encoding to choose)
                    UTF-16LE     | accounts.csv: read as UTF-16LE (by its NUL bytes; --encoding to choose)
                    """)
    void saysWhatItChose(String written, String note) throws IOException {
        Path file = write("cn,mail\nRené,rene@mydomain.nl\n", written);

        assertThat(EncodingDetection.of(file, "accounts.csv", Optional.empty()).note("accounts.csv"))
                .contains(note);
    }

    @Test
    void saysNothingOfUtf8() throws IOException {
        Path file = write("\ufeffRené\n", "UTF-8");

        assertThat(EncodingDetection.of(file, "accounts.csv", Optional.empty()).note("accounts.csv"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,6162630a814e,2,4,0x81",
        "UTF-16LE,61000a0000d86200,2,4,0x00",
        "UTF-32LE,610000000a000000ffffffff,2,8,0xFF",
        "Shift_JIS,610d0a62a0ff,2,4,0xA0",
        "US-ASCII,0d0d0a0ae9,4,4,0xE9",
    })
    void refusesAByteThatTheEncodingDoesNotHave(String encoding, String hex, int line, int offset, String value)
            throws IOException {
        Path file = Files.write(folder.resolve("accounts"), HexFormat.of().parseHex(hex));
        TextEncoding asked = EncodingDetection.of(file, "accounts.csv", Optional.of(Charset.forName(encoding)));

        assertThatThrownBy(() -> lines(new TextFile(file, "accounts.csv", asked)))
                .isInstanceOf(UnusableSource.class)
                .hasMessage("accounts.csv:%d: the byte %s at offset %d is not %s. Name the encoding that the file has: "
                                .formatted(line, value, offset, encoding)
                        + "--encoding NAME.");
    }

    @Test
    void refusesACharacterThatIsCutOffAtTheEnd() throws IOException {
        Path file = Files.write(folder.resolve("accounts"), "ab".getBytes(StandardCharsets.UTF_16LE));
        byte[] odd = Arrays.copyOf(Files.readAllBytes(file), 3);
        Files.write(file, odd);

        assertThatThrownBy(() -> lines(new TextFile(
                        file,
                        "accounts.csv",
                        EncodingDetection.of(file, "accounts.csv", Optional.of(StandardCharsets.UTF_16LE)))))
                .isInstanceOf(UnusableSource.class)
                .hasMessageStartingWith("accounts.csv:1: the byte 0x62 at offset 2 is not UTF-16LE.");
    }

    @Test
    void decodesTheSameWhereverItsBuffersEnd() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            expected.add("山田😁".repeat(i % 7) + i);
        }
        Path file = write(String.join("\n", expected), "UTF-16BE");

        List<String> found =
                lines(new TextFile(file, "accounts.csv", EncodingDetection.of(file, "accounts.csv", Optional.empty())));

        assertThat(found).isEqualTo(expected);
    }

    private Path write(String text, String encoding) throws IOException {
        return Files.write(folder.resolve("accounts"), text.getBytes(Charset.forName(encoding)));
    }

    private static List<String> lines(TextFile file) throws IOException {
        List<String> found = new ArrayList<>();
        try (TextLines lines = TextLines.open(file, 1 << 20)) {
            for (@Nullable TextLine line = lines.next(); line != null; line = lines.next()) {
                found.add(line.text());
            }
        }
        return found;
    }
}
