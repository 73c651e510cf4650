package vmail.reader.csv;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.reader.source.Raw;
import vmail.reader.source.RawOptions;
import vmail.reader.source.RawOptions.Rows;
import vmail.reader.source.Source;
import vmail.reader.source.UnusableSource;

class RawCsvTest {

    private static final String ALBERT = "Name=[Albert Onestone] Mail=[ao@mydomain.nl]";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name,Mail\nAlbert Onestone,ao@mydomain.nl",
                "\ufeffName,Mail\r\nAlbert Onestone,ao@mydomain.nl\r\n",
                "\ufeff\n\nName,Mail\nAlbert Onestone,ao@mydomain.nl\n",
                "\n\nName,Mail\n\n\nAlbert Onestone,ao@mydomain.nl\n\n",
                "#TYPE Deserialized.Mailbox\n\"Name\",\"Mail\"\n\"Albert Onestone\",\"ao@mydomain.nl\"\n",
                "# exported on Monday\n#by hand\nName,Mail\n# the first\nAlbert Onestone,ao@mydomain.nl\n",
                "Name,Mail,\nAlbert Onestone,ao@mydomain.nl,\n",
                "Name,Mail,\nAlbert Onestone,ao@mydomain.nl\n",
                "Name,Mail\nAlbert Onestone,ao@mydomain.nl,,,\n",
                "Name,Mail\n,\n , \nAlbert Onestone,ao@mydomain.nl\n,,\n",
                "  Name , Mail\n  Albert Onestone ,  ao@mydomain.nl  \n",
                "\"Name\", \"Mail\"\n\"Albert Onestone\", \"ao@mydomain.nl\" \n",
                "Name;Mail\nAlbert Onestone;ao@mydomain.nl\n",
                "Name\tMail\nAlbert Onestone\tao@mydomain.nl\n",
                "Name|Mail\nAlbert Onestone|ao@mydomain.nl\n",
                "Name,Mail,Box\nAlbert Onestone,ao@mydomain.nl,\n",
                "Name:Mail:Box\nAlbert Onestone:ao@mydomain.nl:\n",
                "Name;Mail;\"a,b,c,d\"\nAlbert Onestone;ao@mydomain.nl;\n",
            })
    void readsTheSameTableHoweverItIsWritten(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.csv"), text);

        assertThat(Raw.shown(file, RawOptions.HEADER))
                .singleElement()
                .asString()
                .endsWith(": " + ALBERT);
    }

    /** The kinds of Max Ogden's csv-spectrum. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
                    first,last|Seven,"Unimatrix 1, Delta"    # 2: first=[Seven] last=[Unimatrix 1, Delta]
                    first,last|1,""                          # 2: first=[1]
                    first,last|"",""|2,3                     # 3: first=[2] last=[3]
                    first,last|1,"say ""hello"" to me"       # 2: first=[1] last=[say "hello" to me]
                    first,last|1,"{""type"": ""Point"", 2}"  # 2: first=[1] last=[{"type": "Point", 2}]
                    first,last,x|1,"Once upon|a time",5      # 2: first=[1] last=[Once upon\\na time] x=[5]
                    first,last,x|1,"Once ""upon""|a time",5  # 2: first=[1] last=[Once "upon"\\na time] x=[5]
                    first,last|1,ʤ                           # 2: first=[1] last=[ʤ]
                    """)
    void readsTheSpectrum(String text, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), text.replace('|', '\n'));

        assertThat(Raw.shown(file, RawOptions.HEADER)).containsExactly(expected.replace("\\n", "\n"));
    }

    @Test
    void takesACellOverLinesOnlyWhenItCanNotBeTheHalvesOfTwoRows() throws IOException {
        Path file = file(
                "Name,Street,Mail",
                "Albert Onestone,\"1 Main St",
                "Delft\",ao@mydomain.nl",
                "Seven of Nine,\"2 Main St,s9@mydomain.nl",
                "Borg,Cube\",borg@mydomain.nl",
                "x,y,\"z",
                "a\",b,c",
                "Ops,3 Main St,ops@mydomain.nl");

        String remedy = "Write the row in one line, several values divided by '|'; or close a quote left open.]";
        assertThat(Raw.shown(file, RawOptions.HEADER))
                .containsExactly(
                        "2: Name=[Albert Onestone] Street=[1 Main St\nDelft] Mail=[ao@mydomain.nl]",
                        "4: [4: a quoted cell runs over lines 4-5. " + remedy,
                        "6: [6: a quoted cell runs over lines 6-7. " + remedy,
                        "8: Name=[Ops] Street=[3 Main St] Mail=[ops@mydomain.nl]");
    }

    @Test
    void rejectsBrokenRowsAndNothingElse() throws IOException {
        Path file = file(
                "Name,Mail",
                "Seven,\"s9@mydomain.nl",
                "Albert Onestone,ao@mydomain.nl",
                "O\"Brien,ob@mydomain.nl",
                "\"O\"Brien,ob@mydomain.nl",
                "Seven,s9,x",
                "Seven",
                "Albert Onestone,ao@mydomain.nl");

        assertThat(Raw.shown(file, RawOptions.HEADER))
                .containsExactly(
                        "2: [2: the quote that opens cell 2 is not closed. Close it, or remove it.]",
                        "3: " + ALBERT,
                        "4: [4: a quote inside cell 1, which does not start with one. Put the cell in quotes and double "
                                + "the one inside.]",
                        "5: [5: text behind the closing quote of cell 1. Double the quotes inside a cell, or remove "
                                + "them.]",
                        "6: [6: found 3 cells, expected 2 as in the header on line 1. Look for a separator that is "
                                + "missing, or one in a cell without quotes.]",
                        "7: [7: found 1 cell, expected 2 as in the header on line 1. Look for a separator that is "
                                + "missing, or one in a cell without quotes.]",
                        "8: " + ALBERT);
    }

    @Test
    void takesShortRowsWhenAskedTo() throws IOException {
        Path file = file("Name,Mail,Quota", "Albert Onestone,ao@mydomain.nl", "a,b,c,d");

        assertThat(Raw.shown(file, RawOptions.HEADER.with(Rows.SHORT)))
                .containsExactly(
                        "2: " + ALBERT,
                        "3: [3: found 4 cells, expected 3 as in the header on line 1. Look for a separator that is "
                                + "missing, or one in a cell without quotes.]");
    }

    @Test
    void takesRowsWithoutHeaderByPosition() throws IOException {
        Path file = file("mydomain.nl, albert ,s3cret,,", "mydomain.nl,seven,s3cret,x,");

        assertThat(Raw.shown(file, RawOptions.of(List.of("domain", "user", "password", "", "groups"))))
                .containsExactly(
                        "1: domain=[mydomain.nl] user=[albert] password=[s3cret]",
                        "2: domain=[mydomain.nl] user=[seven] password=[s3cret] 4=[x]");
    }

    @Test
    void takesRowsOfDifferentKindsAndWidths() throws IOException {
        Path file = file(
                "",
                "domain; mydomain.nl; 1000; 100; True",
                "account; albert@mydomain.nl; s3cret; Albert; Onestone",
                "alias; ao@mydomain.nl; True; albert@mydomain.nl; seven@mydomain.nl; ops@mydomain.nl");

        assertThat(Raw.shown(file, RawOptions.of(List.of("type", "name")).with(Rows.FREE)))
                .containsExactly(
                        "2: type=[domain] name=[mydomain.nl] 3=[1000] 4=[100] 5=[True]",
                        "3: type=[account] name=[albert@mydomain.nl] 3=[s3cret] 4=[Albert] 5=[Onestone]",
                        "4: type=[alias] name=[ao@mydomain.nl] 3=[True] 4=[albert@mydomain.nl] 5=[seven@mydomain.nl] "
                                + "6=[ops@mydomain.nl]");
        assertThat(Raw.shown(file, RawOptions.POSITIONS).get(0))
                .isEqualTo("2: 1=[domain] 2=[mydomain.nl] 3=[1000] 4=[100] 5=[True]");
    }

    @Test
    void choosesTheSeparatorThatGivesTheNamedColumns() throws IOException {
        Path file = file("ao@mydomain.nl,a;b;c;d");

        assertThat(Raw.shown(file, RawOptions.of(List.of("mail", "alias"))))
                .containsExactly("1: mail=[ao@mydomain.nl] alias=[a;b;c;d]");
    }

    @Test
    void takesMarksOfSqlAsEmptyAndGuardsOffOnlyWhenAskedTo() throws IOException {
        Path file = file("Name,Mail,Phone,Note", "NULL,\\N,'+31 15,'@home", "'t Hooft,'=1,-,'");

        assertThat(Raw.shown(file, RawOptions.HEADER))
                .containsExactly(
                        "2: Name=[NULL] Mail=[\\N] Phone=['+31 15] Note=['@home]",
                        "3: Name=['t Hooft] Mail=['=1] Phone=[-] Note=[']");
        assertThat(Raw.shown(
                        file, RawOptions.HEADER.withEmpty(Set.of("NULL", "\\N")).withGuarded()))
                .containsExactly("2: Phone=[+31 15] Note=[@home]", "3: Name=['t Hooft] Mail=[=1] Phone=[-] Note=[']");
    }

    @Test
    void takesTheFirstOfTwoColumnsOfOneNameWhereTheyAgree() throws IOException {
        Path file = file("Name,Mail,name", "Albert,ao@mydomain.nl,Albert", "Seven,s9@mydomain.nl,Nine");

        assertThat(Raw.shown(file, RawOptions.HEADER))
                .containsExactly(
                        "2: Name=[Albert] Mail=[ao@mydomain.nl]",
                        "3: [3: columns 1 and 3 are both named Name but differ. Say which is right, and remove the "
                                + "other column.]");
        assertThat(Raw.notes(file, RawOptions.HEADER))
                .containsExactly(
                        "[1: columns 1 and 3 are both named Name. Remove one; a row where they differ is rejected.]");
    }

    @Test
    void namesAColumnWithoutNameByItsPosition() throws IOException {
        assertThat(Raw.shown(file(",Name,Mail", "0,Albert Onestone,ao@mydomain.nl"), RawOptions.HEADER))
                .containsExactly("2: 1=[0] " + ALBERT);
    }

    @Test
    void rejectsWhatStandsBehindTheLastNamedColumn() throws IOException {
        assertThat(Raw.shown(file("Name,Mail,", "Onestone, Albert,ao@mydomain.nl"), RawOptions.HEADER))
                .containsExactly("2: [2: cell 3 stands in a column without a name. Name it, or empty it.]");
    }

    @Test
    void refusesAFirstRowThatReadsLikeARecord() throws IOException {
        Path file = file("Albert;ao@mydomain.nl;s3cret", "Seven;s9@mydomain.nl;s3cret");

        assertThatThrownBy(() -> Raw.readAll(file, RawOptions.HEADER))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(
                        file + ":1: this line looks like a record with 3 cells, not like column names. Put a line with "
                                + "the names of the columns above it, or name them by position in a mapping: "
                                + "vmail inspect --write-mapping mapping.yaml " + file + ".");
        assertThat(Source.of(file).titles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "E-Mail,email",
        "Email Address [Required],emailaddress",
        "Status [READ ONLY],status",
        "First_Name,firstname",
        "Name (full),name",
        "[x],[x]",
        "' SN ',sn"
    })
    void countsOnlyTheLettersOfATitle(String title, String plain) {
        assertThat(ColumnTitle.plain(title)).isEqualTo(plain);
    }

    @Test
    void givesRejectsThatCanBeReadAgainWithoutPasswords() throws IOException {
        Path file = file("Name;Kennwort;Mail;", "\"Al;bert\";s3cret;ao@mydomain.nl", "Seven;\"s3cret", "Ops;s3cret;x");
        StringBuilder out = new StringBuilder();

        Source.of(file)
                .copyRejects(
                        RawOptions.HEADER,
                        Set.of("kennwort"),
                        Map.of(2L, List.of("bad\nworse"), 3L, List.of("not closed")),
                        out);

        assertThat(out.toString().replace(folder + "/", "")).isEqualTo("""
                Name;Kennwort;Mail;
                # accounts.csv:2: bad\\nworse
                "Al;bert";;ao@mydomain.nl
                # accounts.csv:3: not closed
                """);
    }

    @Test
    void givesRejectsOfATableWithoutHeaderInItsForm() throws IOException {
        Path file = file("Albert,s3cret,ao@mydomain.nl", "Seven,s3cret,s9@mydomain.nl");
        StringBuilder out = new StringBuilder();

        RawOptions options = RawOptions.of(List.of("cn", "password", "mail"));
        Source.of(file).copyRejects(options, Set.of(), Map.of(2L, List.of("bad")), out);

        assertThat(out.toString().replace(folder + "/", "")).isEqualTo("""
                # accounts.csv:2: bad
                Seven,,s9@mydomain.nl
                """);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("accounts.csv"), String.join("\n", lines) + "\n");
    }
}
