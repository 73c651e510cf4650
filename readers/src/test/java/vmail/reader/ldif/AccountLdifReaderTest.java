package vmail.reader.ldif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.reader.source.AccountReaderContract;
import vmail.reader.source.Inputs;

class AccountLdifReaderTest implements AccountReaderContract {

    private static final String ALBERT = "dn: cn=Albert Onestone,ou=Tokelau,o=company";
    private static final String SEVEN = "dn: cn=Seven of Nine,ou=Tokelau,o=company";
    private static final String SEVEN_SHOWN = "cn=Seven of Nine,ou=Tokelau,o=company cn=[Seven of Nine]";

    @TempDir
    private Path folder;

    @Override
    public String people() {
        return """
                version: 1

                dn: cn=Albert Onestone,ou=Tokelau,o=company
                cn: Albert Onestone
                userPassword: s3cret
                mail: albert.onestone@another
                 domain.nu

                # Seven's password was s3cret
                dn: cn=Sevén of Nine,ou=Tokelau,o=company
                cn: Sevén of Nine
                userPassword:: czNjcm
                 V0
                mail: seven.of.nine@anotherdomain.nu


                dn: cn=Timetravel weekly,ou=Tokelau,o=company
                cn: Timetravel weekly
                mail: timetravel@anotherdomain.nu
                """;
    }

    @Override
    public List<Long> firstLines() {
        return List.of(3L, 10L, 17L);
    }

    @Override
    public String brokenInTheMiddle() {
        return people().replace("cn: Sevén", "cn Sevén");
    }

    @Test
    void putsFoldedLinesTogetherAlsoInsideCharactersOfTheAttributeName() throws IOException {
        assertThat(read(
                        "d",
                        " n: cn=Albert Onest",
                        " one,ou=Tokelau,o=company",
                        "c",
                        " n",
                        "  : Albert",
                        "cn: Albert",
                        "  Onestone"))
                .containsExactly("1: unreadable cn=Albert Onestone,ou=Tokelau,o=company [4: the line is neither "
                        + "'attribute: value' nor the continuation of one. Start a continuation line with a blank.] "
                        + "rest 1: cn=Albert Onestone,ou=Tokelau,o=company cn=[Albert Onestone]");
    }

    @Test
    void skipsCommentsAlsoFoldedOnesInsideAnEntry() throws IOException {
        assertThat(read(
                        "# extended LDIF",
                        "#",
                        "# LDAPv3",
                        " folded",
                        "",
                        "",
                        ALBERT,
                        "# cn: no",
                        "  one",
                        "cn: Albert"))
                .containsExactly("7: cn=Albert Onestone,ou=Tokelau,o=company cn=[Albert]");
    }

    @Test
    void keepsBlanksBehindAValueAndDuplicates() throws IOException {
        assertThat(read(ALBERT, "accountStatus:   active ", "mail:ao@mydomain.nl", "mail: AO@mydomain.nl", "sn:"))
                .containsExactly("1: cn=Albert Onestone,ou=Tokelau,o=company accountStatus=[active ] "
                        + "mail=[ao@mydomain.nl, AO@mydomain.nl] sn=[]");
    }

    @Test
    void decodesBase64NamesAndValues() throws IOException {
        assertThat(read(
                        "dn:: " + base64("cn=Sevén,o=company"),
                        "cn::" + base64("Sevén"),
                        "sn::  " + base64(" Nine ") + " "))
                .containsExactly("1: cn=Sevén,o=company cn=[Sevén] sn=[ Nine ]");
    }

    @Test
    void takesContainersDomainsAndAttributeOptions() throws IOException {
        assertThat(read("dn: o=company", "objectClass: organization", "o: company", "o;lang-nl: bedrijf"))
                .containsExactly("1: o=company o;lang-nl=[bedrijf] o=[company] objectClass=[organization]");
    }

    @Test
    void leavesOutOperationalAttributes() throws IOException {
        assertThat(read(
                        SEVEN,
                        "structuralObjectClass: inetOrgPerson",
                        "ENTRYUUID: 1",
                        "createTimestamp: 2",
                        "cn: Seven of Nine"))
                .containsExactly("1: " + SEVEN_SHOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description:< file:///etc/hostname",
                "description:<file:///dev/zero",
                "description:< https://a.b/c"
            })
    @Timeout(10)
    void refusesUrlsWithoutOpeningThem(String line) throws IOException {
        assertThat(read(SEVEN, line.substring(0, 5), " " + line.substring(5), "cn: Seven of Nine"))
                .containsExactly("1: unreadable cn=Seven of Nine,ou=Tokelau,o=company [2: description is to be read "
                        + "from a URL (':<'), which is refused. Write the value itself, or its base64 after '::'.] "
                        + "rest 1: " + SEVEN_SHOWN);
    }

    @Test
    void refusesAUrlAsName() throws IOException {
        assertThat(read("dn:< file:///etc/hostname", "cn: Seven of Nine"))
                .containsExactly("1: unreadable  [1: dn is to be read from a URL (':<'), which is refused. "
                        + "Write the value itself, or its base64 after '::'.]");
    }

    @Test
    void namesEveryBrokenLineOfARecordAndNeverItsValue() throws IOException {
        assertThat(read(
                        SEVEN,
                        "userPassword:: s3cret",
                        "mail:: no",
                        "description:: /w==",
                        "s3cret",
                        "cn: Seven of Nine"))
                .containsExactly("1: unreadable cn=Seven of Nine,ou=Tokelau,o=company ["
                        + "2: userPassword is marked as base64 by '::' but is not. Write userPassword: {SSHA}... as "
                        + "slappasswd prints it, or the base64 of that after '::'. "
                        + "3: mail is marked as base64 by '::' but is not. Write mail: VALUE with one colon, or the "
                        + "base64 of the value after '::'. "
                        + "4: description decodes to bytes that are not UTF-8. Encode the value in UTF-8 before base64. "
                        + "5: the line is neither 'attribute: value' nor the continuation of one. Start a "
                        + "continuation line with a blank.] rest 1: " + SEVEN_SHOWN);
    }

    @Test
    void takesAnyOctetsAsPasswordAndPhoto() throws IOException {
        assertThat(read(SEVEN, "userPassword:: /w==", "jpegPhoto:: /9j/", "x;binary:: /w=="))
                .singleElement()
                .asString()
                .doesNotContain("unreadable");
    }

    @Test
    void refusesNulInTextAndInBase64() throws IOException {
        assertThat(read(SEVEN, "cn: Seven of Nine", "sn: Ni\0ne", "uid:: AAAA"))
                .containsExactly("1: unreadable cn=Seven of Nine,ou=Tokelau,o=company ["
                        + "3: sn contains a NUL character. Remove it. 4: uid contains a NUL character. Remove it.] "
                        + "rest 1: " + SEVEN_SHOWN);
    }

    @Test
    void namesBothRecordsWhenTheBlankLineBetweenThemIsMissing() throws IOException {
        assertThat(read("", ALBERT, "cn: Albert Onestone", SEVEN, "cn: Seven of Nine", "", SEVEN, "cn: Seven of Nine"))
                .containsExactly(
                        "2: unreadable cn=Albert Onestone,ou=Tokelau,o=company [4: two records run together: "
                                + "cn=Albert Onestone,ou=Tokelau,o=company (line 2) and "
                                + "cn=Seven of Nine,ou=Tokelau,o=company (line 4). Put an empty line before line 4.]",
                        "7: " + SEVEN_SHOWN);
    }

    @Test
    void takesAnAddForItsContent() throws IOException {
        assertThat(read(SEVEN, "changetype: Add", "cn: Seven of Nine")).containsExactly("1: " + SEVEN_SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "modify", "modrdn", "moddn"})
    void refusesRecordsThatChangeOrRemove(String type) throws IOException {
        assertThat(read(SEVEN, "changetype: " + type, "", ALBERT, "cn: Albert"))
                .containsExactly(
                        "1: unreadable cn=Seven of Nine,ou=Tokelau,o=company [2: changetype " + type + ": the record "
                                + "does not describe an entry but changes or removes one. Give records that describe "
                                + "accounts; changes are for ldapmodify.]",
                        "4: cn=Albert Onestone,ou=Tokelau,o=company cn=[Albert]");
    }

    @Test
    void refusesControls() throws IOException {
        assertThat(read(SEVEN, "control: 1.2.840.113556.1.4.805 true", "changetype: add", "cn: Seven of Nine"))
                .containsExactly(
                        "1: unreadable cn=Seven of Nine,ou=Tokelau,o=company [2: the record carries a control, "
                                + "so it changes entries. Give records that describe accounts.]");
    }

    @Test
    void refusesNamesThatAreMissingEmptyOrNoDn() throws IOException {
        assertThat(read(
                        "cn: Albert",
                        "",
                        "dn:",
                        "cn: Albert",
                        "",
                        "dn: foo bar",
                        "cn: Albert",
                        "",
                        "cn: A",
                        ALBERT,
                        "",
                        ALBERT))
                .containsExactly(
                        "1: unreadable  [1: the record has no dn. Start it with its name, such as "
                                + "dn: cn=Albert Onestone,ou=Tokelau,o=company.]",
                        "3: unreadable  [3: the dn is empty. Write the whole name of the entry.]",
                        "6: unreadable foo bar [6: 'foo bar' is not a distinguished name. Write it like "
                                + "cn=Albert Onestone,ou=Tokelau,o=company.]",
                        "9: unreadable cn=Albert Onestone,ou=Tokelau,o=company [10: dn is not the first line of its "
                                + "record. Move it to the top, or separate two records.]",
                        "12: unreadable cn=Albert Onestone,ou=Tokelau,o=company [12: the record has no attributes. "
                                + "Complete it, or remove it.]");
    }

    @Test
    void rejectsAContinuationOfNothing() throws IOException {
        assertThat(read(" junk", SEVEN, "cn: Seven of Nine"))
                .containsExactly("1: unreadable cn=Seven of Nine,ou=Tokelau,o=company [1: the line starts with a blank "
                        + "but continues nothing. Remove the blank, or the line.] rest 1: " + SEVEN_SHOWN);
    }

    @Test
    void takesTheVersionLineWhereverARecordBegins() throws IOException {
        assertThat(read("version:  1 ", SEVEN, "cn: Seven of Nine", "", "version: 1", "", SEVEN, "cn: Seven of Nine"))
                .containsExactly("2: " + SEVEN_SHOWN, "7: " + SEVEN_SHOWN);
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        Path file = Inputs.file(folder, "accounts.ldif", "version: 2", SEVEN);

        Inputs.assertUnusable(
                file,
                "accounts.ldif:1: this is not LDIF version 1, the only one there is (RFC 2849). "
                        + "Write it as version: 1.");
    }

    @Test
    void passesOverTheFooterOfLdapsearch() throws IOException {
        assertThat(read(
                        SEVEN,
                        "cn: Seven of Nine",
                        "",
                        "# search result",
                        "search: 2",
                        "result: 0 Success",
                        "",
                        "# numResponses: 2"))
                .containsExactly("1: " + SEVEN_SHOWN);
    }

    @Test
    void tellsWhenTheFooterSaysThatEntriesAreMissing() throws IOException {
        assertThat(read(SEVEN, "cn: Seven of Nine", "", "search: 2", "result: 4 Size limit exceeded"))
                .containsExactly(
                        "1: " + SEVEN_SHOWN,
                        "4: unreadable  [4: the search that wrote this file did not end with success, so entries are "
                                + "missing. Export again with slapcat, or with a bind that has no size limit.]");
    }

    @Test
    void rejectsALineThatIsTooLongAndKeepsTheRest() throws IOException {
        assertThat(read(
                        SEVEN,
                        "description: " + "x".repeat(1 << 20),
                        "cn: Seven of Nine",
                        "",
                        "y".repeat(2 << 20),
                        "",
                        SEVEN,
                        "cn: Seven of Nine"))
                .containsExactly(
                        "1: unreadable cn=Seven of Nine,ou=Tokelau,o=company [2: the line is longer than 1 MiB. "
                                + "Fold it, or leave the attribute out.] rest 1: " + SEVEN_SHOWN,
                        "5: unreadable  [5: the line is longer than 1 MiB. Fold it, or leave the attribute out. "
                                + "5: the record has no dn. Start it with its name, such as "
                                + "dn: cn=Albert Onestone,ou=Tokelau,o=company.]",
                        "7: " + SEVEN_SHOWN);
    }

    @Test
    void rejectsARecordThatIsTooLarge() throws IOException {
        String[] lines = new String[30];
        Arrays.fill(lines, " " + "x".repeat(900_000));
        lines[0] = SEVEN;
        lines[1] = "description: x";
        Path file = Inputs.file(folder, "accounts.ldif", String.join("\n", lines), "", SEVEN, "cn: Seven of Nine");

        assertThat(Inputs.shown(file))
                .containsExactly(
                        "1: unreadable  [1: the record is larger than 16 MiB. "
                                + "Leave out its photos and other large values.]",
                        "32: " + SEVEN_SHOWN);
    }

    @Test
    void leavesOutOfRejectsWhatMayBeAPassword() throws IOException {
        Path file = Inputs.file(
                folder,
                "accounts.ldif",
                "# s3cret",
                SEVEN,
                "userPassword: s3",
                " cret",
                "2.5.4.35;x-old: s3cret",
                "description: long",
                "  one",
                "s3cret",
                "sn: \0s3cret",
                "cn: Seven of Nine");

        assertThat(Inputs.rejects(file, Map.of(2L, List.of("bad", "worse")))).isEqualTo("""
                        # accounts.ldif:2: bad
                        # accounts.ldif:2: worse
                        dn: cn=Seven of Nine,ou=Tokelau,o=company
                        # userPassword left out; see accounts.ldif:3
                        # 2.5.4.35;x-old left out; see accounts.ldif:5
                        description: long
                          one
                        # a line that can not be read is left out; see accounts.ldif:8
                        # a line that can not be read is left out; see accounts.ldif:9
                        cn: Seven of Nine

                        """);
    }

    private List<String> read(String... lines) throws IOException {
        return Inputs.shown(Inputs.file(folder, "accounts.ldif", lines));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
