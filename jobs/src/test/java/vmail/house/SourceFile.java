package vmail.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One Java file of the project. */
record SourceFile(Path path, List<String> lines) {

    private static final Path ROOT = Path.of("..");

    /** All of them, what the build makes excepted. */
    static List<SourceFile> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(ROOT.relativize(file), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isMain() {
        return path.toString().contains("src/main/java/");
    }

    String text() {
        return String.join("\n", lines);
    }

    String name() {
        return path.getFileName().toString();
    }

    Path folder() {
        return Objects.requireNonNull(path.getParent());
    }
}
