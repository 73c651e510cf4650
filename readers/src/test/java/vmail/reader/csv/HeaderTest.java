package vmail.reader.csv;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.reader.source.Inputs;

class HeaderTest {

    private static final String KNOWN = "cn, sn, givenName, uid, mail, mailAlternateAddress, accountStatus, "
            + "mailMessageStore, userPassword, seeAlso, postOfficeBox, ou, telephoneNumber, description, displayName, "
            + "title, initials, mobile, employeeNumber, employeeType, departmentNumber, roomNumber, "
            + "preferredLanguage, street, postalCode, l, mailHost, mailQuotaSize, mailQuotaCount, "
            + "mailForwardingAddress, mailReplyText, deliveryMode";

    @TempDir
    private Path folder;

    @Test
    void namesColumnsThatAreNotKnownAndWhatTheyMayBe() throws IOException {
        refuses(
                "uid,cn,sn,mail,mailAlternateAdress,shoe_size",
                "accounts.csv:1: not known as columns: 'mailAlternateAdress' (did you mean mailalternateaddress?), "
                        + "'shoe_size'. Rename or remove them; known are " + KNOWN + ".");
    }

    @Test
    void refusesTwoColumnsForOneAttribute() throws IOException {
        refuses(
                "uid,cn,sn,mail,E-Mail,Surname",
                "accounts.csv:1: several columns for one attribute: 'mail' (column 4), 'E-Mail' (column 5). "
                        + "Keep one; several values in a cell are divided by '|'.");
    }

    @Test
    void refusesAColumnWithoutAName() throws IOException {
        refuses("uid,,cn,sn,mail", "accounts.csv:1: column 2 has no name. Name it, or remove it.");
    }

    @Test
    void refusesATableThatLacksAnAttributeEveryAccountNeeds() throws IOException {
        refuses(
                "uid,cn,password",
                "accounts.csv:1: no column for sn, mail. Add it, or say how to make it, such as "
                        + "--default sn={localpart}.");
    }

    @Test
    void showsNamesWhenNoneIsKnown() throws IOException {
        refuses(
                "Benutzer;Adresse",
                "accounts.csv:1: no column name is known here, found 'Benutzer', 'Adresse'. "
                        + "Start the file with names such as cn,sn,uid,mail.");
    }

    @Test
    void doesNotShowARecordWhereTheHeaderShouldBe() throws IOException {
        refuses(
                "albert;ao@mydomain.nl;s3cret",
                "accounts.csv:1: this line looks like a record with 3 cells, not like column names. "
                        + "Start the file with names such as cn,sn,uid,mail.");
        refuses(
                "name,ao@mydomain.nl,secret",
                "accounts.csv:1: this line looks like a record with 3 cells, not like column names. "
                        + "Start the file with names such as cn,sn,uid,mail.");
    }

    @Test
    void refusesQuotesThatDoNotMatch() throws IOException {
        refuses(
                "uid,\"cn,sn,mail",
                "accounts.csv:1: the quotes of the header do not match. Write the column names without quotes.");
    }

    @Test
    void refusesNul() throws IOException {
        refuses(
                "uid,cn,s\0n,mail",
                "accounts.csv:1: the header contains a NUL character. Check that this is a CSV file.");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Inputs.assertUnusable(
                Inputs.file(folder, "accounts.csv", "", " "),
                "accounts.csv: the file is empty, it has no header. Start it with names such as cn,sn,uid,mail.");
    }

    private void refuses(String header, String message) throws IOException {
        Inputs.assertUnusable(Inputs.file(folder, "accounts.csv", header, "s3cret"), message);
    }
}
