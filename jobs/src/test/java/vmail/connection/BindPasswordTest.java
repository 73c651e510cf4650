package vmail.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindPasswordTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("password");
    }

    private String read(String content, String mode) throws IOException, UnsafeSettings {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return new String(BindPassword.read(file), StandardCharsets.UTF_8);
    }

    @Test
    void takesOneNewlineOff() throws Exception {
        assertThat(read("systemsecret\n", "rw-------")).isEqualTo("systemsecret");
        assertThat(read("systemsecret", "rw-------")).isEqualTo("systemsecret");
        assertThat(read(" p\u00e9 \n\n", "rw-------")).isEqualTo(" p\u00e9 \n");
        // the last one: only root could write to it again
        assertThat(read("systemsecret\r\n", "r--------")).isEqualTo("systemsecret");
    }

    @Test
    void refusesAFileThatOthersCanRead() {
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            assertThatThrownBy(() -> read("canary4711", mode))
                    .isInstanceOf(UnsafeSettings.class)
                    .hasMessage("others than its owner can use the bind password file %s (%s). Run: chmod 600 %s"
                            .formatted(file, mode, file));
        }
    }

    @Test
    void refusesAnEmptyOrMissingFile() {
        assertThatThrownBy(() -> read("\n", "rw-------"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bind password file %s is empty".formatted(file));
        assertThatThrownBy(() -> BindPassword.read(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no bind password file " + folder.resolve("none"));
        assertThatThrownBy(() -> BindPassword.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bind password file %s is not a regular file".formatted(folder));
    }
}
