package vmail.reader.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A text file of somebody else's, read whole. */
final class ConfigurationFile {

    private static final int LARGEST = 1 << 20;

    private ConfigurationFile() {}

    /** Symbolic links are followed, as the programs do that it is for. Opening a FIFO would wait for ever. */
    static List<String> lines(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "Not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new FileSystemException(file.toString(), null, "File too large");
            }
            return new String(content, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
