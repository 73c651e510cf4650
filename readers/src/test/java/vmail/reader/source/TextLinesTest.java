package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {

    @TempDir
    private Path folder;

    @Test
    void countsEveryKindOfLineEndAsOne() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "a\r\nb\rc\n\n\r\rd");

        assertThat(lines(file, 10)).containsExactly("1:a", "2:b", "3:c", "4:", "5:", "6:", "7:d");
    }

    @ParameterizedTest
    @ValueSource(ints = {65_534, 65_535, 65_536, 65_537, 131_071, 131_072})
    void doesNotMindWhereItsBufferEnds(int length) throws IOException {
        String text = "x".repeat(length - 1) + "é";
        Path file = Files.writeString(folder.resolve("lines"), text + "\r\n" + text + "\nend");

        assertThat(lines(file, 200_000)).containsExactly("1:" + text, "2:" + text, "3:end");
    }

    @Test
    void cutsALineThatIsTooLongAndGoesOn() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "12345\n123456\n12345");

        assertThat(lines(file, 5)).containsExactly("1:12345", "2:cut", "3:12345");
    }

    @Test
    void keepsNothingOfAVeryLongLine() throws IOException {
        Path file = folder.resolve("lines");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 64; i++) {
                out.write(megabyte);
            }
            out.write("\nend\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(lines(file, 1 << 20)).containsExactly("1:cut", "2:end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f5808080", "f8888080", "80", "e282"})
    void refusesWhatNoUtf8EncoderWrites(String bytes) throws IOException {
        Path file = folder.resolve("lines");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("é\né".getBytes(StandardCharsets.UTF_8));
            out.write(HexFormat.of().parseHex(bytes));
        }

        assertThatThrownBy(() -> lines(file, 100))
                .isInstanceOf(UnusableSource.class)
                .hasMessageStartingWith(
                        "lines:2: the byte 0x" + bytes.substring(0, 2).toUpperCase(Locale.ROOT) + " at offset 5 ");
    }

    private static List<String> lines(Path file, int longest) throws IOException {
        List<String> found = new ArrayList<>();
        try (TextLines lines = TextLines.open(TextFile.utf8(file, "lines"), longest)) {
            for (@Nullable TextLine line = lines.next(); line != null; line = lines.next()) {
                found.add(line.number() + ":" + (line.cut() ? "cut" : line.text()));
            }
        }
        return found;
    }
}
