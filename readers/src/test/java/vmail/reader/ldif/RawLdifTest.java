package vmail.reader.ldif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.reader.source.Inputs;
import vmail.reader.source.Raw;
import vmail.reader.source.RawOptions;

class RawLdifTest {

    @TempDir
    private Path folder;

    /** In the texts '¶' ends a line, '~' is a blank that an editor would take away; {@code D} the DN of Albert. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    version: 1¶dn: D¶cn: Albert                    | 2: D cn=[Albert]
                    version:   1~¶~¶dn: D¶cn: Albert               | 3: D cn=[Albert]
                    Version:1¶¶dn: D¶cn: Albert                    | 3: D cn=[Albert]
                    #version: 1¶¶dn: D¶cn: Albert                  | 3: D cn=[Albert]
                    ¶¶¶dn: D¶cn: Albert¶¶¶                         | 4: D cn=[Albert]
                    # extended LDIF¶#¶# base <o=company>¶#¶¶# Albert, Tokelau¶dn: D¶cn: Albert | 7: D cn=[Albert]
                    dn: D¶# cn: Seven¶# of¶~ Nine¶cn: Albert       | 1: D cn=[Albert]
                    dn: D¶cn: Albert¶¶search: 2¶result: 0 Success¶¶# numResponses: 2¶# numEntries: 1 | 1: D cn=[Albert]
                    dn: D¶cn: Albert¶¶# search reference¶ref: ldap://b/o=x¶ref: ldap://c¶¶# search result¶search: 2¶result: 0 | 1: D cn=[Albert]
                    dn:D¶cn:Albert                                 | 1: D cn=[Albert]
                    dn:    D¶cn:     Albert                        | 1: D cn=[Albert]
                    dn: D~~¶accountStatus: active~¶mail:~          | 1: D accountStatus=[active]
                    dn: D¶sn: Sevén                                | 1: D sn=[Sevén]
                    dn: D¶sn:: U2V2w6lu                            | 1: D sn=[Sevén]
                    dn: D¶sn:: IEplbnNlbiA=¶userPassword:: IHggIA==| 1: D sn=[Jensen] userPassword=[ x  ]
                    dn: D¶sn::U2V2w6lu~                            | 1: D sn=[Sevén]
                    dn:: Y249U2V2w6luLG89Yw==¶sn: x                | 1: cn=Sevén,o=c sn=[x]
                    dn: cn=One\\2C Al+sn=x\\=y,o=a\\"b¶sn: x       | 1: cn=One\\2C Al+sn=x\\=y,o=a\\"b sn=[x]
                    dn: D¶cn;lang-ja: x¶cn;lang-ja;phonetic: y¶cn: Albert | 1: D cn;lang-ja=[x] cn;lang-ja;phonetic=[y] cn=[Albert]
                    dn: D¶o;collective: x¶userCertificate;binary:: /w==  | 1: D o;collective=[x] userCertificate;binary octets
                    dn: D¶jpegPhoto:: /9j/¶~/9j/¶cn: Albert          | 1: D cn=[Albert] jpegPhoto octets
                    dn: D¶surname: O¶userID: a¶commonName: A¶gn: B¶rfc822Mailbox: a@b.nl | 1: D sn=[O] uid=[a] cn=[A] givenName=[B] mail=[a@b.nl]
                    dn: D¶2.5.4.3: A¶2.5.4.4: O¶0.9.2342.19200300.100.1.3: a@b.nl¶2.5.4.35: x | 1: D cn=[A] sn=[O] mail=[a@b.nl] userPassword=[x]
                    dn: D¶CN: A¶cn: B¶Cn: C                        | 1: D cn=[A, B, C]
                    dn: D¶changetype: add¶cn: Albert               | 1: D cn=[Albert]
                    dn: D¶cn: Alb¶~ert                             | 1: D cn=[Albert]
                    dn: D¶c: US¶~postalCode: 12345¶cn: A           | 1: D c=[USpostalCode: 12345] cn=[A]
                    dn: D¶structuralObjectClass: person¶entryUUID: 1¶entryCSN: 20060101000000Z#000001#00#000000¶contextCSN: 2¶nsUniqueId: 3¶aci: x¶passwordHistory: y¶creatorsName: z¶cn: A | 1: D cn=[A]
                    dn: D¶cn: A¶¶dn: D¶cn: B                       | 1: D cn=[A] ; 4: D cn=[B]
                    dn: ou=a,o=b¶ou: a¶¶dn: o=b¶o: b               | 1: ou=a,o=b ou=[a] ; 4: o=b o=[b]
                    dn: D¶objectClass: alias¶aliasedObjectName: o=x | 1: D objectClass=[alias] aliasedObjectName=[o=x]
                    """)
    void readsWhatIsMeant(String text, String expected) throws IOException {
        assertThat(String.join(" ; ", read(text))).isEqualTo(given(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dn: D¶userPassword:: encrypted¶cn: A    | D cn=[A] [2: userPassword is marked as base64 by '::' but is not. Write userPassword: {SSHA}... as slappasswd prints it, or the base64 of that after '::'.]
                    dn: D¶sn:: abc de=¶cn: A                | D cn=[A] [2: sn is marked as base64 by '::' but is not. Write sn: VALUE with one colon, or the base64 of the value after '::'.]
                    dn: D¶cn:< file:///etc/hostname¶sn: A   | D sn=[A] [2: cn is to be read from a URL (':<'), which is refused. Write the value itself, or its base64 after '::'.]
                    dn: D¶changetype: delete                | D [2: changetype delete: the record does not describe an entry but changes or removes one. Give records that describe accounts; changes are for ldapmodify.]
                    dn: D¶changetype: modify¶replace: cn¶cn: A¶- | D [2: changetype modify: the record does not describe an entry but changes or removes one. Give records that describe accounts; changes are for ldapmodify.]
                    dn: D¶changetype: modrdn¶newrdn: cn=B   | D [2: changetype modrdn: the record does not describe an entry but changes or removes one. Give records that describe accounts; changes are for ldapmodify.]
                    dn: {{ BASE_DN }}¶cn: A                 | {{ BASE_DN }} [1: '{{ BASE_DN }}' is not a distinguished name. Write it like cn=Albert Onestone,ou=Tokelau,o=company.]
                    dn: uid={{ user }},o=a¶cn: A            | uid={{ user }},o=a cn=[A] [1: dn holds a placeholder '{{ }}' that was never filled in. Fill in the template before it is read.]
                    dn: D¶cn: A¶mail: {{mail}}              | D cn=[A] [3: mail holds a placeholder '{{ }}' that was never filled in. Fill in the template before it is read.]
                    dn: D¶cn: Albert¶~mail: a@b.nl¶sn: O    | D sn=[O] [2: the blank before mail makes it a part of cn. Remove the blank at the start of line 3.]
                    dn: D¶street: Delft¶~givenName: Al¶sn: O | D sn=[O] [2: the blank before givenName makes it a part of street. Remove the blank at the start of line 3.]
                    """)
    void namesWhatCanNotBeMeant(String text, String expected) throws IOException {
        List<String> found = read(text);

        assertThat(found).containsExactly("1: " + given(expected));
    }

    @Test
    void tellsWhenEntriesAreMissingByTheCountOfLdapsearch() throws IOException {
        Path file = Inputs.file(
                folder,
                "accounts.ldif",
                "dn: o=company",
                "o: company",
                "",
                "# numResponses: 3",
                "# numEntries: 2",
                "",
                "dn: o=company",
                "o: company",
                "",
                "# numEntries: 1");

        assertThat(Raw.notes(file, RawOptions.HEADER))
                .containsExactly(
                        "[5: ldapsearch found 2 entries, but 1 stand above. Export again if some are missing.]");
    }

    @Test
    void readsTheSynonymsOfAttributesForCandidatesToo() throws IOException {
        Path file = Inputs.file(folder, "a.ldif", "dn: cn=A,o=b", "surname: One", " stone", "2.5.4.3: A", "gn:: QQ==");

        assertThat(Inputs.shown(file)).containsExactly("1: cn=A,o=b cn=[A] givenName=[A] sn=[Onestone]");
    }

    @Test
    void takesAPhotoOfManyLines() throws IOException {
        String[] lines = new String[500];
        Arrays.fill(lines, " " + "/9j/".repeat(19));
        lines[0] = "dn: cn=A,o=b";
        lines[1] = "jpegPhoto:: /9j/";
        lines[499] = "cn: A";

        assertThat(Raw.shown(Inputs.file(folder, "a.ldif", lines), RawOptions.HEADER))
                .containsExactly("1: cn=A,o=b cn=[A] jpegPhoto octets");
    }

    private List<String> read(String text) throws IOException {
        return Raw.shown(
                Files.writeString(folder.resolve("accounts.ldif"), given(text).replace('¶', '\n')), RawOptions.HEADER);
    }

    private static String given(String text) {
        return text.replace('~', ' ').replaceAll("\\bD\\b", "cn=Albert,ou=Tokelau,o=company");
    }
}
