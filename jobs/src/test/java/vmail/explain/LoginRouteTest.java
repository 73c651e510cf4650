package vmail.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.explain.ExplainedSite.ALBERT;
import static vmail.explain.ExplainedSite.SEVEN;
import static vmail.explain.ExplainedSite.TIMETRAVEL;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginRouteTest {

    @TempDir
    private Path folder;

    private ExplainedSite site;

    @BeforeEach
    void build() throws Exception {
        site = ExplainedSite.in(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void goesFromAUidToWhatItShows() throws Exception {
        site.maildir("seven.of.nine/Maildir/.borg");

        assertThat(site.lines("NINES"))
                .containsExactly(
                        "login NINES: is " + SEVEN,
                        "store /vmail/seven.of.nine/Maildir/: /vmail/seven.of.nine/Maildir is a maildir, belongs to us,"
                                + " mode 0700",
                        "folders: INBOX, INBOX.borg",
                        "shared.Timetravel_weekly: /vmail/shared.maildirs/timetravel.weekly:"
                                + " shared.Timetravel_weekly.incoming");
        assertThat(site.conclusion("nines")).containsExactly("nines logs in as " + SEVEN + " and reads mail");
    }

    @Test
    void letsNobodyInByAUidOfTwo() throws Exception {
        site.set(SEVEN, "uid", "onestonea");

        assertThat(site.faults("onestonea"))
                .containsExactly("login onestonea: 2 active entries have it, so none of them gets in: " + ALBERT + "; "
                        + SEVEN + " NOLOGIN[unique-uid, unique-uid]");
        assertThat(site.conclusion("seven.of.nine@anotherdomain.nu"))
                .containsExactly("mail to seven.of.nine@anotherdomain.nu arrives in /vmail/seven.of.nine/Maildir/, read"
                        + " by nobody");
    }

    @Test
    void doesNotMindAnInactiveTwin() throws Exception {
        site.set(SEVEN, "uid", "onestonea");
        site.set(SEVEN, "accountStatus", "inactive");

        assertThat(site.faults("onestonea")).isEmpty();
    }

    @Test
    void refusesWhoIsUnknownSharedOrInactive() throws Exception {
        site.set(ALBERT, "accountStatus", "inactive");

        assertThat(site.faults("nobody"))
                .containsExactly("login nobody: no entry has this uid: Login failed NOLOGIN[]");
        assertThat(site.faults("one*")).containsExactly("login one*: no entry has this uid: Login failed NOLOGIN[]");
        assertThat(site.faults("incoming"))
                .containsExactly("login incoming: no active entry has this uid: Login failed; " + TIMETRAVEL
                        + " is shared NOLOGIN[]");
        assertThat(site.faults("onestonea"))
                .containsExactly("login onestonea: no active entry has this uid: Login failed; " + ALBERT
                        + " is inactive NOLOGIN[]");
        assertThat(site.conclusion("onestonea")).containsExactly("nobody reads mail by the login onestonea");
    }

    @Test
    void letsNobodyInWithoutPassword() throws Exception {
        site.set(SEVEN, "userPassword");

        assertThat(site.faults("nines")).containsExactly("login nines: is " + SEVEN + " NOLOGIN[password-present]");
        assertThat(site.conclusion("nines")).containsExactly("nobody reads mail by the login nines");
    }

    @Test
    void tellsWhereSeeAlsoAndSubscriptionDiffer() throws Exception {
        site.set(SEVEN, "seeAlso");
        Files.delete(site.path("albert.onestone/Maildir/shared-maildirs"));

        assertThat(site.faults("nines"))
                .containsExactly("shared-maildirs: and seeAlso do not agree LEAKED[no-stray-subscription]");
        assertThat(site.faults("onestonea"))
                .containsExactly("shared-maildirs: and seeAlso do not agree UNSEEN[subscription-present]");
        assertThat(site.faults("timetravel@anotherdomain.nu"))
                .containsExactly(
                        "subscriber " + ALBERT + ": has a seeAlso to it, but no line in their shared-maildirs"
                                + " UNSEEN[subscription-present]",
                        "subscriber " + SEVEN + ": has no seeAlso to it, but their maildir leads to"
                                + " /vmail/shared.maildirs/timetravel.weekly LEAKED[no-stray-subscription]");
        assertThat(site.conclusion("timetravel@anotherdomain.nu"))
                .singleElement()
                .asString()
                .endsWith(", read by nines");
    }

    @Test
    void findsWhatIsLeftOfASubscriptionThatHasEnded() throws Exception {
        site.set(SEVEN, "seeAlso");
        Files.delete(site.path("seven.of.nine/Maildir/shared-maildirs"));
        Path left = site.path("seven.of.nine/Maildir/shared-folders/Timetravel_weekly/incoming");
        Files.createDirectories(left);
        site.link(
                "seven.of.nine/Maildir/shared-folders/Timetravel_weekly/incoming/shared",
                site.path("shared.maildirs/timetravel.weekly/.incoming"));

        assertThat(site.faults("nines"))
                .containsExactly("shared-folders/Timetravel_weekly/incoming: still leads to"
                        + " /vmail/shared.maildirs/timetravel.weekly/.incoming, which can be read though it is not listed"
                        + " LEAKED[no-stray-subscription]");
        assertThat(site.conclusion("timetravel@anotherdomain.nu"))
                .singleElement()
                .asString()
                .endsWith(", read by onestonea, nines");
    }

    @Test
    void tellsThatNobodySeesASharedFolder() throws Exception {
        for (String dn : new String[] {ALBERT, SEVEN}) {
            site.set(dn, "seeAlso");
        }
        Files.delete(site.path("albert.onestone/Maildir/shared-maildirs"));
        Files.delete(site.path("seven.of.nine/Maildir/shared-maildirs"));

        assertThat(site.faults(TIMETRAVEL))
                .containsExactly(
                        "subscribers of " + TIMETRAVEL + ": none UNSEEN[shared-has-readers]",
                        "subscribers of " + TIMETRAVEL + ": none UNSEEN[]");
    }

    @Test
    void showsLinesThatCourierCanNotUse() throws Exception {
        Files.writeString(
                site.path("seven.of.nine/Maildir/shared-maildirs"),
                "Timetravel_weekly\t" + site.path("shared.maildirs/timetravel.weekly") + "\nElsewhere\t/etc\nGone\t"
                        + site.path("shared.maildirs/gone") + "\n");

        assertThat(site.faults("nines"))
                .startsWith(
                        "shared.Elsewhere: /etc is outside of /vmail; not looked at LEAKED[]",
                        "shared.Gone: /vmail/shared.maildirs/gone is missing, so that it is not listed UNSEEN[]");
    }

    @Test
    void answersForAnEntryAllItsAddressesAndItsLogin() throws Exception {
        site.add(SEVEN, "mailAlternateAddress", "s.o.9@anotherdomain.nu");

        assertThat(site.conclusion("CN=seven of nine, ou=Tokelau, o=company"))
                .containsExactly(
                        "mail to seven.of.nine@anotherdomain.nu arrives in /vmail/seven.of.nine/Maildir/, read by nines",
                        "mail to s.o.9@anotherdomain.nu arrives in /vmail/seven.of.nine/Maildir/, read by nines",
                        "nines logs in as " + SEVEN + " and reads mail");
        assertThat(site.faults("ou=Tokelau,o=company"))
                .containsExactly("entry: is no account: it has neither mail nor store NONE[]");
        assertThat(site.faults("cn=Nobody,ou=Tokelau,o=company"))
                .containsExactly("entry: there is none, or none that the bind DN may see NONE[]");
    }
}
