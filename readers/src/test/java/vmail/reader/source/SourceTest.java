package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accounts.csv  | dn: cn=Albert Onestone,ou=Tokelau,o=company | LDIF",
                "accounts.csv  | dn:: Y249QWxiZXJ0                          | LDIF",
                "accounts.txt  | VERSION: 1                                 | LDIF",
                "accounts.txt  | objectClass: person                        | LDIF",
                "accounts.ldif | mail;cn;sn;uid                             | CSV",
                "accounts.ldif | E-Mail,Full Name,Login,Surname             | CSV",
                "accounts.ldif | what is this                               | LDIF",
                "accounts.csv  | what is this                               | CSV",
                "accounts.ldif.gz | what is this                            | LDIF",
                "accounts.txt  | login                                      | CSV",
            })
    void tellsTheFormatByTheFirstLineOfContent(String name, String line, SourceFormat expected) throws IOException {
        Path file = Inputs.file(folder, name, "", "# a comment", " that goes on", "", line);

        assertThat(Source.of(file).format()).isEqualTo(expected);
    }

    @Test
    void isLdifWhenAnEmptyFileIsNamedSo() throws IOException {
        Path file = Files.createFile(folder.resolve("accounts.ldif"));

        assertThat(Inputs.readAll(file)).isEmpty();
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> Source.of(folder))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(folder + ": the source is a directory. Give a CSV or LDIF file.");
    }

    @Test
    void refusesAFileThatIsMissing() {
        Path file = folder.resolve("accounts.ldif");

        assertThatThrownBy(() -> Source.of(file))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(file + ": the source does not exist. Check the name.");
    }

    @Test
    @Timeout(10)
    void refusesAFifoWithoutOpeningIt() throws IOException, InterruptedException {
        Path fifo = folder.resolve("accounts.ldif");
        int made = new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
        assertThat(made).isZero();

        assertThatThrownBy(() -> Source.of(fifo))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(fifo + ": the source is not a regular file. Give a CSV or LDIF file.");
    }

    @Test
    void refusesADevice() {
        assertThatThrownBy(() -> Source.of(Path.of("/dev/zero")))
                .isInstanceOf(UnusableSource.class)
                .hasMessage("/dev/zero: the source is not a regular file. Give a CSV or LDIF file.");
    }

    @Test
    void isTheSha256OfTheBytesOnDisk() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.csv"), "abc");

        assertThat(Source.of(file).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesGzipThatIsCutShort() throws IOException {
        byte[] packed = Files.readAllBytes(gzip("dn: cn=Albert Onestone,ou=Tokelau,o=company\ncn: Albert\n"));
        Path file = Files.write(folder.resolve("cut.ldif.gz"), Arrays.copyOf(packed, packed.length - 9));

        assertThatThrownBy(() -> Inputs.readAll(file))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(file + ": the gzip data end too early. Copy the file again; this tests it: gzip -t " + file
                        + ".");
    }

    @Test
    void refusesGzipThatIsDamaged() throws IOException {
        byte[] packed = Files.readAllBytes(gzip("dn: cn=Albert Onestone,ou=Tokelau,o=company\ncn: Albert\n"));
        packed[packed.length - 6] ^= 1;
        Path file = Files.write(folder.resolve("damaged.ldif.gz"), packed);

        assertThatThrownBy(() -> Inputs.readAll(file))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(file + ": the gzip data are damaged. Copy the file again; this tests it: gzip -t " + file
                        + ".");
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        Path file = folder.resolve("accounts.ldif.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < 80; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        assertThatThrownBy(() -> Inputs.readAll(file))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(
                        file + ": the gzip data unpack to more than 1000 times their size, as no account file does. "
                                + "Unpack it with gunzip and look at it first.");
    }

    private Path gzip(String content) throws IOException {
        Path file = folder.resolve("accounts.ldif.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
