package vmail.reader.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmail.reader.csv.AccountCsvReader;
import vmail.reader.csv.CsvRejects;
import vmail.reader.csv.Header;
import vmail.reader.csv.RawCsv;
import vmail.reader.csv.RawCsvRejects;
import vmail.reader.ldif.AccountLdifReader;
import vmail.reader.ldif.LdifRejects;
import vmail.reader.ldif.RawLdif;
import vmail.reader.profile.Mapping;
import vmail.reader.zmprov.RawZmprov;
import vmail.reader.zmprov.ZmprovRejects;

/**
 * A file of accounts, CSV or LDIF by its content, perhaps gzipped. Can be read as often as needed.
 *
 * <p>Does not check that the file stays as it is between two readings; compare {@link #sha256} for that.
 */
public final class Source {

    private static final int LONGEST_FIRST_LINE = 1 << 20;

    private final TextFile text;
    private final SourceFormat format;

    private final Optional<Mapping> mapping;

    private Source(TextFile text, SourceFormat format, Optional<Mapping> mapping) {
        this.text = text;
        this.format = format;
        this.mapping = mapping;
    }

    /** A source whose encoding is found out. */
    public static Source of(Path file) throws IOException {
        return of(file, Optional.empty());
    }

    /**
     * Looks at the kind of the file before it opens it, since opening a FIFO waits for ever.
     *
     * @param encoding what the user says of its text; else it is found out from all bytes of the file
     * @throws UnusableSource when the file is missing, not a regular file, not readable, or its encoding can not be told
     */
    public static Source of(Path file, Optional<Charset> encoding) throws IOException {
        String name = file.toString();
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                String kind = attributes.isDirectory() ? "a directory" : "not a regular file";
                throw new UnusableSource(name, "the source is " + kind, "Give a CSV or LDIF file");
            }
            TextFile text = new TextFile(file, name, EncodingDetection.of(file, name, encoding));
            return new Source(text, formatOf(text), Optional.empty());
        } catch (NoSuchFileException e) {
            throw new UnusableSource(name, "the source does not exist", "Check the name", e);
        } catch (AccessDeniedException e) {
            String remedy = "Let the user who runs vmail read it: chmod u+r " + ShellWord.of(name);
            throw new UnusableSource(name, "the source can not be read: permission denied", remedy, e);
        }
    }

    /** The same file, its records read as a profile tells; without one they are in this system's own form. */
    public Source mapped(Mapping how) {
        return new Source(text, format, Optional.of(how));
    }

    public Optional<Mapping> mapping() {
        return mapping;
    }

    /** As the user gave it; origins start with it. */
    public String name() {
        return text.name();
    }

    public Path file() {
        return text.file();
    }

    /** Decided when the source was made, so that every pass reads the same. */
    public TextEncoding encoding() {
        return text.encoding();
    }

    public SourceFormat format() {
        return format;
    }

    /** Of the bytes on disk, in hexadecimal, as {@code sha256sum(1)} prints it. */
    public String sha256() throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(text.file()), digest)) {
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
            case CSV -> AccountCsvReader.open(text, options);
            case LDIF -> AccountLdifReader.open(text);
            case ZMPROV -> throw zmprov();
        };
    }

    /**
     * The records as they are, for a mapping to make accounts of.
     *
     * @throws UnusableSource when the header or the encoding makes the whole file useless
     */
    public RawReader openRaw(RawOptions options) throws IOException {
        return switch (format) {
            case CSV -> RawCsv.open(text, options);
            case LDIF -> RawLdif.open(text);
            case ZMPROV -> RawZmprov.open(text);
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
        if (mapping.isPresent()) {
            copyRejects(mapping.get().rawOptions(), mapping.get().secrets(), reasonsByFirstLine, out);
            return;
        }
        switch (format) {
            case CSV -> CsvRejects.copy(text, options, reasonsByFirstLine, out);
            case LDIF -> LdifRejects.copy(text, Set.of(), reasonsByFirstLine, out);
            case ZMPROV -> throw zmprov();
        }
    }

    /**
     * The same for a source that was read raw.
     *
     * @param secrets columns or attributes that are passwords although their names do not tell
     */
    public void copyRejects(
            RawOptions options, Set<String> secrets, Map<Long, List<String>> reasonsByFirstLine, Appendable out)
            throws IOException {
        switch (format) {
            case CSV -> RawCsvRejects.copy(text, options, secrets, reasonsByFirstLine, out);
            case LDIF -> LdifRejects.copy(text, secrets, reasonsByFirstLine, out);
            case ZMPROV -> ZmprovRejects.copy(text, secrets, reasonsByFirstLine, out);
        }
    }

    /** The columns that the first row of a table names; none when it reads like a record, and for other formats. */
    public List<String> titles() throws IOException {
        return format == SourceFormat.CSV ? RawCsv.titles(text) : List.of();
    }

    private UnusableSource zmprov() {
        return new UnusableSource(
                name(), "this is text of Zimbra's zmprov, no LDIF", "Read it by its profile: --profile zimbra");
    }

    private static SourceFormat formatOf(TextFile file) throws IOException {
        String name = file.name();
        try (TextLines lines = TextLines.open(file, LONGEST_FIRST_LINE)) {
            boolean comment = false;
            boolean zimbra = false;
            for (@Nullable TextLine line = lines.next(); line != null; line = lines.next()) {
                boolean folded = comment && line.text().startsWith(" ");
                comment = folded || line.text().startsWith("#");
                zimbra |= RawZmprov.isStart(line.text());
                if (!comment && !line.isEmpty()) {
                    boolean dn = line.text().regionMatches(true, 0, "dn:", 0, 3);
                    if (zimbra && !dn) {
                        return SourceFormat.ZMPROV;
                    }
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
