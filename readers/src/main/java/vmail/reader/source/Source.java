package vmail.reader.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.reader.csv.AccountCsvReader;
import vmail.reader.csv.CsvRejects;
import vmail.reader.csv.Header;
import vmail.reader.csv.RawCsv;
import vmail.reader.ldif.AccountLdifReader;
import vmail.reader.ldif.LdifRejects;
import vmail.reader.ldif.RawLdif;
import vmail.reader.profile.Mapping;

/**
 * A file of accounts, CSV or LDIF by its content, perhaps gzipped. Can be read as often as needed.
 *
 * <p>Does not check that the file stays as it is between two readings; compare {@link #sha256} for that.
 */
public final class Source {

    private static final int LONGEST_FIRST_LINE = 1 << 20;

    private final Path file;
    private final SourceFormat format;

    private final Optional<Mapping> mapping;

    private Source(Path file, SourceFormat format, Optional<Mapping> mapping) {
        this.file = file;
        this.format = format;
        this.mapping = mapping;
    }

    /**
     * Looks at the kind of the file before it opens it, since opening a FIFO waits for ever.
     *
     * @throws UnusableSource when the file is missing, not a regular file, not readable, or its first lines are not UTF-8
     */
    public static Source of(Path file) throws IOException {
        String name = file.toString();
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                String kind = attributes.isDirectory() ? "a directory" : "not a regular file";
                throw new UnusableSource(name, "the source is " + kind, "Give a CSV or LDIF file");
            }
            return new Source(file, formatOf(file), Optional.empty());
        } catch (NoSuchFileException e) {
            throw new UnusableSource(name, "the source does not exist", "Check the name", e);
        } catch (AccessDeniedException e) {
            String remedy = "Let the user who runs vmail read it: chmod u+r " + ShellWord.of(name);
            throw new UnusableSource(name, "the source can not be read: permission denied", remedy, e);
        }
    }

    /** The same file, its records read as a profile tells; without one they are in this system's own form. */
    public Source mapped(Mapping how) {
        return new Source(file, format, Optional.of(how));
    }

    public Optional<Mapping> mapping() {
        return mapping;
    }

    /** As the user gave it; origins start with it. */
    public String name() {
        return file.toString();
    }

    public Path file() {
        return file;
    }

    public SourceFormat format() {
        return format;
    }

    /** Of the bytes on disk, in hexadecimal, as {@code sha256sum(1)} prints it. */
    public String sha256() throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @throws UnusableSource when the header or the encoding makes the whole file useless */
    public AccountReader open(ReadOptions options) throws IOException {
        if (mapping.isPresent()) {
            return mapping.get().open(this, options);
        }
        return switch (format) {
            case CSV -> AccountCsvReader.open(file, name(), options);
            case LDIF -> AccountLdifReader.open(file, name());
        };
    }

    /**
     * The records as they are, for a mapping to make accounts of.
     *
     * @throws UnusableSource when the header or the encoding makes the whole file useless
     */
    public RawReader openRaw(RawOptions options) throws IOException {
        return switch (format) {
            case CSV -> RawCsv.open(file, name(), options);
            case LDIF -> RawLdif.open(file, name());
        };
    }

    /**
     * Writes the named records as they are in this file, each with its reasons, in the format of this file: ready to be
     * corrected and read again. Passwords are left out.
     *
     * @param reasonsByFirstLine the records by the line of their origin
     */
    public void copyRejects(ReadOptions options, Map<Long, List<String>> reasonsByFirstLine, Appendable out)
            throws IOException {
        switch (format) {
            case CSV -> CsvRejects.copy(file, name(), options, reasonsByFirstLine, out);
            case LDIF -> LdifRejects.copy(file, name(), reasonsByFirstLine, out);
        }
    }

    private static SourceFormat formatOf(Path file) throws IOException {
        String name = file.toString();
        try (TextLines lines = TextLines.open(file, name, LONGEST_FIRST_LINE)) {
            boolean comment = false;
            for (@Nullable TextLine line = lines.next(); line != null; line = lines.next()) {
                boolean folded = comment && line.text().startsWith(" ");
                comment = folded || line.text().startsWith("#");
                if (!comment && !line.isEmpty()) {
                    return SourceFormat.of(line.text(), Header.looksLike(line.text()), name);
                }
            }
            return SourceFormat.of("", false, name);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
