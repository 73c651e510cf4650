package vmail.writer.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFolderTest {

    private static final List<ConfigurationFile> FILES = List.of(
            ConfigurationFile.open("main.cf", "local_transport = virtual\n".getBytes(UTF_8)),
            ConfigurationFile.ofGroup("aliases.cf", "no-such-group", "bind_pw = systemsecret\n".getBytes(UTF_8)));

    @TempDir
    Path parent;

    @Test
    void writesEachFileWithItsMode() throws Exception {
        Path folder = parent.resolve("vmail");

        List<Path> written = new ConfigurationFolder(folder, true).write(FILES);

        assertThat(written).containsExactly(folder.resolve("main.cf"), folder.resolve("aliases.cf"));
        assertThat(tree(folder))
                .containsExactly(
                        "rw-r----- aliases.cf bind_pw = systemsecret", "rw-r--r-- main.cf local_transport = virtual");
        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void leavesTheModeOfAFolderThatIsThere() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

        new ConfigurationFolder(parent, false).write(FILES);

        assertThat(mode(parent)).isEqualTo("rwx------");
    }

    @Test
    void namesAllThatIsThereAndWritesNothing() throws Exception {
        Files.writeString(parent.resolve("aliases.cf"), "mine\n");
        Files.createSymbolicLink(parent.resolve("main.cf"), Path.of("/nowhere/at/all"));

        assertThatThrownBy(() -> new ConfigurationFolder(parent, false).write(FILES))
                .isInstanceOf(FilesThere.class)
                .hasMessage(
                        "nothing is written: %1$s/main.cf, %1$s/aliases.cf are already there."
                                + " Move them away, or name another folder",
                        parent);

        assertThat(Files.readString(parent.resolve("aliases.cf"))).isEqualTo("mine\n");
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void writesNothingWhereOneFileIsThere() throws Exception {
        Files.writeString(parent.resolve("aliases.cf"), "mine\n");

        assertThatThrownBy(() -> new ConfigurationFolder(parent, false).write(FILES))
                .isInstanceOf(FilesThere.class)
                .hasMessage(
                        "nothing is written: %s/aliases.cf is already there. Move it away, or name another folder",
                        parent);

        assertThat(tree(parent)).singleElement().asString().endsWith(" aliases.cf mine");
    }

    @Test
    void leavesNothingBehindWhereOneFileCanNotBeWritten() throws Exception {
        List<ConfigurationFile> files =
                List.of(FILES.get(0), ConfigurationFile.open("x".repeat(300), new byte[] {'x'}));

        assertThatThrownBy(() -> new ConfigurationFolder(parent, false).write(files))
                .isInstanceOf(IOException.class);

        assertThat(tree(parent)).isEmpty();
    }

    @Test
    void makesNoFolderAboveItsOwn() {
        assertThatThrownBy(() -> new ConfigurationFolder(parent.resolve("a/b"), false).write(FILES))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> mode(file) + " " + file.getFileName() + " " + text(file))
                    .toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
