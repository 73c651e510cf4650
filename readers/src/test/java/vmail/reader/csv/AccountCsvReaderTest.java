package vmail.reader.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.account.MailBase;
import vmail.reader.source.AccountReaderContract;
import vmail.reader.source.Inputs;
import vmail.reader.source.ReadOptions;

class AccountCsvReaderTest implements AccountReaderContract {

    private static final String HEADER = "uid,cn,sn,mail";
    private static final String CLASSES = "objectClass=[top, person, organizationalPerson, inetOrgPerson, qmailUser]";
    private static final String ALBERT = "cn=Albert,ou=Tokelau,o=company cn=[Albert] mail=[ao@mydomain.nl] "
            + "mailMessageStore=[/vmail/ao/Maildir/] " + CLASSES + " ou=[Tokelau] sn=[Onestone] uid=[onestonea]";
    private static final String SEVEN = "cn=Seven,ou=Tokelau,o=company cn=[Seven] mail=[s9@mydomain.nl] "
            + "mailMessageStore=[/vmail/s9/Maildir/] " + CLASSES + " ou=[Tokelau] sn=[Nine] uid=[nines]";
    private static final String ALBERT_ROW = "onestonea,Albert,Onestone,ao@mydomain.nl";
    private static final String SEVEN_ROW = "nines,Seven,Nine,s9@mydomain.nl";

    @TempDir
    private Path folder;

    @Override
    public String people() {
        return """
                Login,Name,Surname,E-Mail,Password,Aliases,Status,Boxes

                onestonea,Albert Onestone,Onestone,albert.onestone@anotherdomain.nu,s3cret,ao@mydomain.nl,active,
                # a comment
                "nines","Sevén of Nine","Nine, of","seven@anotherdomain.nu","s3cret","a@mydomain.nl|b@mydomain.nl",active,
                ,,,,,,,
                incoming,Timetravel weekly,weekly,timetravel@anotherdomain.nu,,,shared,past.editions
                """;
    }

    @Override
    public List<Long> firstLines() {
        return List.of(3L, 5L, 7L);
    }

    @Override
    public String brokenInTheMiddle() {
        return people().replace("\"nines\"", "\"nines\"x");
    }

    @Test
    void readsThePeopleOfTheHowto() throws IOException {
        assertThat(read(
                        "uid,cn,sn,givenName,mail,aliases,password,status,seeAlso,boxes",
                        "onestonea,Albert Onestone,Onestone,Albert,albert.onestone@anotherdomain.nu,"
                                + "a.onestone@anotherdomain.nu|ao@anotherdomain.nu,{SSHA}x ,active,Timetravel weekly,",
                        "incoming,Timetravel weekly,weekly,Timetravel,timetravel@anotherdomain.nu,,,shared,,"
                                + "past.editions;future.editions"))
                .containsExactly(
                        "2: cn=Albert Onestone,ou=Tokelau,o=company accountStatus=[active] cn=[Albert Onestone] "
                                + "givenName=[Albert] mail=[albert.onestone@anotherdomain.nu] "
                                + "mailAlternateAddress=[a.onestone@anotherdomain.nu, ao@anotherdomain.nu] "
                                + "mailMessageStore=[/vmail/albert.onestone/Maildir/] " + CLASSES + " ou=[Tokelau] "
                                + "seeAlso=[cn=Timetravel weekly,ou=Tokelau,o=company] sn=[Onestone] uid=[onestonea] "
                                + "userPassword=[{SSHA}x ]",
                        "3: cn=Timetravel weekly,ou=Tokelau,o=company accountStatus=[shared] cn=[Timetravel weekly] "
                                + "givenName=[Timetravel] mail=[timetravel@anotherdomain.nu] "
                                + "mailMessageStore=[/vmail/shared/timetravel.weekly/incoming/] " + CLASSES
                                + " ou=[Tokelau] postOfficeBox=[past.editions, future.editions] sn=[weekly] "
                                + "uid=[incoming]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void recognisesTheSeparatorAndStripsCells(String separator) throws IOException {
        assertThat(read(HEADER.replace(",", " " + separator), ALBERT_ROW.replace(",", separator + "  ") + " "))
                .containsExactly("2: " + ALBERT);
    }

    @Test
    void takesQuotedCellsWithBlanksAroundThem() throws IOException {
        assertThat(read("uid, \"cn\" ,sn,mail", "onestonea , \"Albert\" ,\"Onestone\" ,\" ao@mydomain.nl\""))
                .containsExactly("2: " + ALBERT);
    }

    @Test
    void keepsTwoMailsForTheRuleThatJudgesThem() throws IOException {
        assertThat(read(HEADER, "onestonea,Albert,Onestone,ao@mydomain.nl; a@mydomain.nl"))
                .singleElement()
                .asString()
                .contains(" mail=[ao@mydomain.nl, a@mydomain.nl] mailMessageStore=[/vmail/ao/Maildir/] ");
    }

    @Test
    void takesFullDnsAndNamesAsSharedFolders() throws IOException {
        assertThat(read(
                        HEADER + ",seealso",
                        ALBERT_ROW + ",\"cn=Timetravel weekly,ou=Other,o=company|Ops, \"\"now\"\"|cn=no dn,\""))
                .singleElement()
                .asString()
                .contains("seeAlso=[cn=Timetravel weekly,ou=Other,o=company, "
                        + "cn=Ops\\, \\\"now\\\",ou=Tokelau,o=company, cn=no dn,]");
    }

    @Test
    void escapesTheNameInTheDn() throws IOException {
        assertThat(read(HEADER, "onestonea,\"Onestone, Albert+x=y\",Onestone,ao@mydomain.nl"))
                .singleElement()
                .asString()
                .startsWith("2: cn=Onestone\\, Albert\\+x=y,ou=Tokelau,o=company cn=[Onestone, Albert+x=y] ");
    }

    @Test
    void fillsWhatIsMissingFromTemplates() throws IOException {
        ReadOptions options = new ReadOptions(
                Optional.of(Inputs.TOKELAU),
                MailBase.of("/mail"),
                "{base}/{domain}/{localpart}/",
                ReadOptions.SHARED_STORE,
                Map.of(
                        "status",
                        "active",
                        "sn",
                        "{cn}",
                        "cn",
                        "{givenname} {uid}",
                        "title",
                        "{unknown}",
                        "mobile",
                        ""));

        Path file = Inputs.file(folder, "accounts.csv", "uid,givenName,sn,mail", "nines,Seven,,s9@mydomain.nl");

        assertThat(Inputs.readAll(file, options))
                .extracting(Inputs::shown)
                .containsExactly("2: cn=Seven nines,ou=Tokelau,o=company accountStatus=[active] cn=[Seven nines] "
                        + "givenName=[Seven] mail=[s9@mydomain.nl] mailMessageStore=[/mail/mydomain.nl/s9/] " + CLASSES
                        + " ou=[Tokelau] sn=[Seven nines] uid=[nines]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ao", "a@b@c", "@mydomain.nl"})
    void givesNoStoreWithoutALocalPart(String mail) throws IOException {
        assertThat(read(HEADER, "onestonea,Albert,Onestone," + mail))
                .singleElement()
                .asString()
                .startsWith("2: cn=Albert,")
                .doesNotContain("mailMessageStore");
    }

    @Test
    void rejectsARowWithoutCn() throws IOException {
        assertThat(read(HEADER, "onestonea, ,Onestone,ao@mydomain.nl"))
                .containsExactly("2: unreadable  [2: the row has no cn, so the account has no name. Fill the cell.]");
    }

    @Test
    void rejectsRaggedRows() throws IOException {
        assertThat(read("", HEADER, "onestonea", ALBERT_ROW + ",x", SEVEN_ROW))
                .containsExactly(
                        "3: unreadable  [3: found 1 cell, expected 4 as in the header on line 2. "
                                + "Look for a separator that is missing, or one in a cell without quotes.]",
                        "4: unreadable  [4: found 5 cells, expected 4 as in the header on line 2. "
                                + "Look for a separator that is missing, or one in a cell without quotes.]",
                        "5: " + SEVEN);
    }

    @Test
    void rejectsAStrayQuoteAndNothingElse() throws IOException {
        assertThat(read(
                        HEADER,
                        "x,\"O\"Brien,x,a@b.cc",
                        "y,O\"Brien,y,y@b.cc",
                        ALBERT_ROW,
                        "z,\"O\" \"B\",z,z@b.cc",
                        SEVEN_ROW))
                .containsExactly(
                        "2: unreadable  [2: text behind the closing quote of cell 2. "
                                + "Double the quotes inside a cell, or remove them.]",
                        "3: unreadable  [3: a quote inside cell 2, which does not start with one. "
                                + "Put the cell in quotes and double the one inside.]",
                        "4: " + ALBERT,
                        "5: unreadable  [5: text behind the closing quote of cell 2. "
                                + "Double the quotes inside a cell, or remove them.]",
                        "6: " + SEVEN);
    }

    @Test
    void rejectsTheLineOfAQuoteThatIsNotClosedAndNothingElse() throws IOException {
        String notClosed = "unreadable  [%d: the quote that opens cell 2 is not closed. Close it, or remove it.]";

        assertThat(read(
                        HEADER,
                        "x,\"O'Brien,x,a@b.cc",
                        ALBERT_ROW,
                        "nines,\"Seven\",Nine,s9@mydomain.nl",
                        "y,\"Y,y,y@b.cc"))
                .containsExactly(
                        "2: " + notClosed.formatted(2), "3: " + ALBERT, "4: " + SEVEN, "5: " + notClosed.formatted(5));
    }

    @Test
    void looksForTheClosingQuoteOnlySoFar() throws IOException {
        String[] lines = new String[80];
        Arrays.fill(lines, ALBERT_ROW);
        lines[0] = HEADER;
        lines[1] = "x,\"O'Brien,x,a@b.cc";
        lines[75] = "y,Y\",y,y@b.cc";

        List<String> found = read(lines);

        assertThat(found).hasSize(79);
        assertThat(found).filteredOn(text -> text.endsWith(ALBERT.substring(3))).hasSize(77);
    }

    @Test
    void neverTakesACellThatRunsOverLines() throws IOException {
        assertThat(read(HEADER, "x,\"O'Brien,x,a@b.cc", ALBERT_ROW, "nines,Seven\",Nine,s9@mydomain.nl", SEVEN_ROW))
                .containsExactly(
                        "2: unreadable  [2: a quoted cell runs over lines 2-4. Write the row in one line, several "
                                + "values divided by '|'; or close a quote left open.]",
                        "5: " + SEVEN);
    }

    @Test
    void rejectsNulAndCellsThatAreTooLong() throws IOException {
        assertThat(read(
                        HEADER,
                        "x,O\0,x,a@b.cc",
                        "x,x,x," + "y".repeat(70_000),
                        "x,\"" + "y".repeat(70_000) + "\",x,x",
                        SEVEN_ROW))
                .containsExactly(
                        "2: unreadable  [2: the row contains a NUL character. Remove it.]",
                        "3: unreadable  [3: cell 4 is longer than 64 KiB. Shorten it.]",
                        "4: unreadable  [4: cell 2 is longer than 64 KiB. Shorten it.]",
                        "5: " + SEVEN);
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        Path file = Inputs.file(folder, "accounts.csv", HEADER, "x".repeat(17 << 20), SEVEN_ROW);

        Inputs.assertUnusable(
                file,
                "accounts.csv:2: the line is longer than 16 MiB, as no table of accounts has it. "
                        + "Check that this is a CSV file.");
    }

    @Test
    void takesAnEmptyColumnAtTheEndWhenItsCellsAreEmpty() throws IOException {
        assertThat(read(HEADER + ",", ALBERT_ROW + ",", SEVEN_ROW, ALBERT_ROW + ",x"))
                .containsExactly(
                        "2: " + ALBERT,
                        "3: " + SEVEN,
                        "4: unreadable  [4: cell 5 stands in a column without a name. Name it, or empty it.]");
    }

    @Test
    void readsNothingBehindAHeaderAlone() throws IOException {
        assertThat(read(HEADER)).isEmpty();
    }

    @Test
    void asksForTheAccountBase() throws IOException {
        Path file = Inputs.file(folder, "accounts.csv", HEADER);
        ReadOptions options = ReadOptions.of(Optional.empty(), MailBase.of("/vmail"));

        assertThatThrownBy(() -> Inputs.readAll(file, options))
                .hasMessage(file + ": a table has no DNs, so the account base must be known. "
                        + "Give it: --account-base ou=Tokelau,o=company.");
    }

    @Test
    void givesRejectsInTheFormOfTheInput() throws IOException {
        Path file = Inputs.file(
                folder,
                "accounts.csv",
                "Reason;Login;Name;Surname;E-Mail;Password;",
                "old;onestonea;\"One;stone\";Onestone;ao@mydomain.nl;s3cret;",
                "old;s3cret;",
                SEVEN_ROW.replace(",", ";"),
                ";nines;Seven;Nine;s9@mydomain.nl;\"s3cret");

        assertThat(Inputs.rejects(
                        file, Map.of(2L, List.of("bad", "worse"), 3L, List.of("ragged"), 5L, List.of("no \"end\""))))
                .isEqualTo("""
                        reason;Login;Name;Surname;E-Mail;Password
                        accounts.csv:2: bad | worse;onestonea;"One;stone";Onestone;ao@mydomain.nl;
                        # accounts.csv:3: ragged
                        # accounts.csv:5: no "end"
                        """);
    }

    private List<String> read(String... lines) throws IOException {
        return Inputs.shown(Inputs.file(folder, "accounts.csv", lines));
    }
}
