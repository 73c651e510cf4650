package vmail.reader.zmprov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.reader.source.Inputs;
import vmail.reader.source.Raw;
import vmail.reader.source.RawOptions;
import vmail.reader.source.Source;
import vmail.reader.source.SourceFormat;
import vmail.reader.source.UnusableSource;

class RawZmprovTest {

    private static final String TWO = """
            # name ao@mydomain.nl
            cn: Albert Onestone
            mail: ao@mydomain.nl
            mail: albert@mydomain.nl
            userPassword: {SSHA}s3cret
            zimbraNotes:: w6k=
            zimbraPrefMailSignature: Albert

            Tel: 42
            mail: evil@mydomain.nl
            # name nobody

            zimbraSignatureId: 1

            # name s9@mydomain.nl
            cn: Seven of Nine
            jpegPhoto:: /9j/
            mail: s9@mydomain.nl
            description:
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAccountsWithValuesOverLines() throws IOException {
        Path file = Files.writeString(folder.resolve("zmprov.txt"), TWO);

        assertThat(Source.of(file).format()).isEqualTo(SourceFormat.ZMPROV);
        assertThat(Raw.shown(file, RawOptions.HEADER))
                .containsExactly(
                        "1: name=[ao@mydomain.nl] cn=[Albert Onestone] mail=[ao@mydomain.nl, albert@mydomain.nl] "
                                + "userPassword=[{SSHA}s3cret] zimbraNotes=[é] zimbraPrefMailSignature=[Albert\n\nTel: 42\n"
                                + "mail: evil@mydomain.nl\n# name nobody] zimbraSignatureId=[1]",
                        "15: name=[s9@mydomain.nl] cn=[Seven of Nine] mail=[s9@mydomain.nl] jpegPhoto octets");
    }

    @Test
    void givesRejectsThatCanBeReadAgainWithoutPasswords() throws IOException {
        Path file = Files.writeString(folder.resolve("zmprov.txt"), TWO);
        List<String> before = Raw.shown(file, RawOptions.HEADER);

        StringBuilder out = new StringBuilder();
        Source.of(file)
                .copyRejects(
                        RawOptions.HEADER, Set.of(), Map.of(1L, List.of("bad", "worse"), 15L, List.of("bad")), out);

        Path again = Files.writeString(folder.resolve("rejected.txt"), out);
        assertThat(out).doesNotContain("s3cret").startsWith("#! " + file + ":1: bad\n#! " + file + ":1: worse\n# name");
        assertThat(Raw.shown(again, RawOptions.HEADER))
                .extracting(text -> text.replaceFirst("^\\d+", ""))
                .containsExactly(
                        before.get(0).replaceFirst("^\\d+", "").replace(" userPassword=[{SSHA}s3cret]", ""),
                        before.get(1).replaceFirst("^\\d+", ""));
    }

    @Test
    void namesTheLineWhereTwoAccountsRunTogether() throws IOException {
        Path file = Files.writeString(
                folder.resolve("zmprov.txt"),
                "# name a@b.nl\nmail: a@b.nl\nzimbraId: 1\n\nname c@d.nl\nmail: c@d.nl\nzimbraId: 2\n");

        assertThat(Raw.shown(file, RawOptions.HEADER))
                .singleElement()
                .asString()
                .endsWith(
                        "[7: two records run together at line 7. Put a blank line and '# name ADDRESS' above the second.]")
                .contains(" mail=[a@b.nl] ");
    }

    @Test
    void isNoLdif() throws IOException {
        Path file = Files.writeString(folder.resolve("zmprov.ldif"), TWO);

        assertThatThrownBy(() -> Inputs.readAll(file))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(
                        file + ": this is text of Zimbra's zmprov, no LDIF. Read it by its profile: --profile zimbra.");
    }

    @Test
    void isNotMistakenForTheCommentsOfLdapsearch() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.ldif"), "# name a@b\ndn: cn=Albert,ou=Tokelau,o=company\ncn: Albert\n");

        assertThat(Source.of(file).format()).isEqualTo(SourceFormat.LDIF);
    }
}
