package vmail.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.explain.ExplainedSite.ALBERT;
import static vmail.explain.ExplainedSite.SEVEN;
import static vmail.explain.ExplainedSite.TIMETRAVEL;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathOwnerTest {

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

    private List<String> owners(String path) throws Exception {
        return site.lines(site.path(path).toString()).stream()
                .filter(line -> line.startsWith("owner: "))
                .toList();
    }

    @Test
    void knowsWhoseAPlaceInAStoreIs() throws Exception {
        site.maildir("seven.of.nine/Maildir/.borg");
        Map<String, String> places = Map.of(
                "seven.of.nine/Maildir", "its store",
                "seven.of.nine/Maildir/cur/1:2,S", "in its INBOX",
                "seven.of.nine/Maildir/.borg/new", "in its folder INBOX.borg",
                "seven.of.nine/Maildir/shared-folders/x", "what it has opened of shared folders",
                "seven.of.nine/Maildir/courierimapuiddb", "in its store",
                "seven.of.nine", "stores are below it");

        for (Map.Entry<String, String> place : places.entrySet()) {
            assertThat(owners(place.getKey())).containsExactly("owner: " + SEVEN + ": " + place.getValue());
            assertThat(site.conclusion(site.path(place.getKey()).toString()))
                    .containsExactly("what is at /vmail/" + place.getKey() + " is read by nines");
        }
    }

    @Test
    void knowsWhoseASharedPlaceIs() throws Exception {
        Map<String, String> places = Map.of(
                "shared/timetravel.weekly/incoming", "its delivery link",
                "shared/timetravel.weekly", "has its delivery link in it",
                "shared.maildirs/timetravel.weekly", "its sharable maildir",
                "shared.maildirs/timetravel.weekly/.incoming/new/1", "the folder its mail is delivered to");

        for (Map.Entry<String, String> place : places.entrySet()) {
            assertThat(owners(place.getKey())).containsExactly("owner: " + TIMETRAVEL + ": " + place.getValue());
            assertThat(site.conclusion(site.path(place.getKey()).toString()))
                    .containsExactly("what is at /vmail/" + place.getKey() + " is read by onestonea, nines");
        }
    }

    @Test
    void namesTheOwnerOfAStoreAboveIt() throws Exception {
        site.maildir("seven.of.nine/Maildir/sub");
        site.set(ALBERT, "mailMessageStore", site.path("seven.of.nine/Maildir/sub") + "/");

        assertThat(owners("seven.of.nine/Maildir/sub/new")).containsExactly("owner: " + ALBERT + ": in its INBOX");
        assertThat(site.conclusion(site.path("seven.of.nine/Maildir/sub/new").toString()))
                .containsExactly("what is at /vmail/seven.of.nine/Maildir/sub/new is read by onestonea, nines");
    }

    @Test
    void tellsWhatNobodyHasInTheWordsOfTheAudit() throws Exception {
        site.maildir("old/Maildir");
        site.maildir("shared.maildirs/old");
        site.maildir("shared.maildirs/timetravel.weekly/.old");
        site.link("shared/timetravel.weekly/old", site.path("old/Maildir"));
        site.maildir("albert.onestone/Maildir/,");

        assertThat(site.faults(site.path("old/Maildir/cur").toString()))
                .containsExactly("owner: no account has /vmail/old/Maildir UNSEEN[no-orphan-maildir]");
        assertThat(site.faults(site.path("shared.maildirs/old/cur").toString()))
                .containsExactly("owner: no account has /vmail/shared.maildirs/old LEAKED[no-orphan-shared-maildir]");
        assertThat(site.faults(
                        site.path("shared.maildirs/timetravel.weekly/.old").toString()))
                .containsExactly(
                        "owner: no account has /vmail/shared.maildirs/timetravel.weekly/.old NONE[no-orphan-folder]");
        assertThat(site.faults(site.path("shared/timetravel.weekly/old").toString()))
                .containsExactly("owner: no account has /vmail/shared/timetravel.weekly/old NONE[no-orphan-link]");
        assertThat(site.faults(site.path("albert.onestone/Maildir/,/new").toString()))
                .containsExactly("owner: nobody reads below /vmail/albert.onestone/Maildir/, LOST[no-comma-directory]");
    }

    @Test
    void tellsThatNothingIsThere() throws Exception {
        assertThat(site.lines(site.path("nobody/Maildir").toString()))
                .containsExactly(
                        "/vmail/nobody/Maildir: is not there, nor is /vmail/nobody",
                        "owner: no account has it, and nothing is there NONE[]");
    }

    @Test
    void staysWithinTheMailBase() throws Exception {
        site.link("seven.of.nine/etc", Path.of("/nowhere"));

        assertThat(site.lines("/etc/passwd"))
                .containsExactly("/etc/passwd: is not below the mail base /vmail; not looked at NONE[]");
        assertThat(site.lines(site.path("../../etc/passwd").toString()).get(0)).contains("not looked at");
        assertThat(site.lines(site.path("seven.of.nine/etc/passwd").toString()))
                .startsWith(
                        "link /vmail/seven.of.nine/etc: points to /nowhere",
                        "/vmail/seven.of.nine/etc/passwd: /vmail/seven.of.nine/etc leads out of /vmail; not followed from"
                                + " there");
    }
}
