package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleTest {

    private final Needle needle = Needle.of("kanarie");

    @ParameterizedTest
    @ValueSource(strings = {"kanarie", "akanarie", "ab kanarie.", "abc: kanarie, def", "kanariekanarie"})
    void isFoundInBase64WhateverIsAround(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(needle.isIn("userPassword:: " + base64)).isTrue();
    }

    @Test
    void isFoundInHexadecimalDigits() {
        String hex = HexFormat.of().formatHex("a kanarie".getBytes(StandardCharsets.UTF_8));

        assertThat(needle.isIn(hex)).isTrue();
        assertThat(needle.isIn(hex.toUpperCase(java.util.Locale.ROOT))).isTrue();
    }

    @Test
    void isFoundInFilesOfOtherEncodings(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a kanarie", StandardCharsets.UTF_16LE);
        Files.writeString(folder.resolve("other"), "a canary");

        assertThat(needle.filesIn(folder)).containsExactly(file);
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertThat(needle.isIn("userPassword: canary")).isFalse();
    }
}
