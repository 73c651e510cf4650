package vmail.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.explain.ExplainedSite.ALBERT;
import static vmail.explain.ExplainedSite.SEVEN;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRouteTest {

    private static final String MAIL = "albert.onestone@anotherdomain.nu";
    private static final String SHARED = "timetravel@anotherdomain.nu";
    private static final String LINK = "shared/timetravel.weekly/incoming";
    private static final String STORE = "store /vmail/shared/timetravel.weekly/incoming/: ";

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
    void stopsAtAStoreWithoutSlash() throws Exception {
        site.set(
                ALBERT, "mailMessageStore", site.path("albert.onestone/Maildir").toString());
        assertThat(site.faults(MAIL))
                .containsExactly(
                        "store /vmail/albert.onestone/Maildir: does not end with a slash, so Postfix opens it as"
                                + " an mbox file: \"Is a directory\" DEFERRED[store-well-formed]");

        site.set(ALBERT, "mailMessageStore", site.path("albert.onestone/mbox").toString());
        assertThat(site.faults(MAIL))
                .containsExactly(
                        "store /vmail/albert.onestone/mbox: does not end with a slash, so Postfix writes an mbox"
                                + " file, which Courier does not read UNSEEN[store-well-formed]");
        assertThat(site.conclusion(MAIL))
                .containsExactly("mail to " + MAIL + " finds no maildir at /vmail/albert.onestone/mbox");
    }

    @Test
    void doesNotLookAtStoresThatAreNoneOfOurs() throws Exception {
        site.set(ALBERT, "mailMessageStore", "albert/Maildir/");
        assertThat(site.faults(MAIL))
                .containsExactly(
                        "store albert/Maildir/: is not an absolute path; Postfix takes it as below /, Courier as"
                                + " no place at all LOST[store-well-formed]");

        site.set(ALBERT, "mailMessageStore", "/etc/");
        assertThat(site.faults(MAIL))
                .containsExactly(
                        "store /etc/: is not below the mail base /vmail; not looked at LOST[store-well-formed]");

        site.set(ALBERT, "mailMessageStore", site.path("x") + "/../../etc/");
        assertThat(site.faults(MAIL))
                .containsExactly(
                        "store /vmail/x/../../etc/: is not in normal form; not looked at LOST[store-well-formed]");
    }

    @Test
    void tellsThatTheMaildirIsMissing() throws Exception {
        site.set(ALBERT, "mailMessageStore", site.path("nothing/Maildir") + "/");

        assertThat(site.faults(MAIL))
                .containsExactly("store /vmail/nothing/Maildir/: /vmail/nothing is missing; Postfix makes it with the"
                        + " first message, if it may NOLOGIN[maildir-present]");
    }

    @Test
    void tellsWhatTheMaildirLacks() throws Exception {
        Files.delete(site.path("albert.onestone/Maildir/tmp"));

        assertThat(site.faults(MAIL))
                .containsExactly("store /vmail/albert.onestone/Maildir/: /vmail/albert.onestone/Maildir is a directory"
                        + " without tmp, belongs to us, mode 0700 UNSEEN[maildir-complete]");
    }

    @Test
    void tellsThatAFileIsInTheWay() throws Exception {
        site.set(ALBERT, "mailMessageStore", site.path("albert.onestone/Maildir/cur/a") + "/");
        Files.createFile(site.path("albert.onestone/Maildir/cur/a"));

        assertThat(site.faults(MAIL).get(0))
                .isEqualTo(
                        "store /vmail/albert.onestone/Maildir/cur/a/: /vmail/albert.onestone/Maildir/cur/a is a file,"
                                + " not a directory DEFERRED[maildir-kind]");
    }

    @Test
    void namesTheReadersOfTheSameStoreAndOfStoresAboveIt() throws Exception {
        site.set(ALBERT, "mailMessageStore", site.path("seven.of.nine/Maildir") + "/");
        assertThat(site.faults(MAIL))
                .containsExactly(
                        "store /vmail/seven.of.nine/Maildir/: /vmail/seven.of.nine/Maildir is a maildir, belongs to us,"
                                + " mode 0700 LEAKED[unique-store]",
                        "store of " + SEVEN
                                + ": /vmail/seven.of.nine/Maildir/ is the same place or above it, so that its"
                                + " owner reads it too LEAKED[unique-store]");

        site.maildir("seven.of.nine/Maildir/sub");
        site.set(ALBERT, "mailMessageStore", site.path("seven.of.nine/Maildir/sub") + "/");
        assertThat(site.conclusion(MAIL))
                .containsExactly(
                        "mail to " + MAIL + " arrives in /vmail/seven.of.nine/Maildir/sub/, read by onestonea, nines");
    }

    @Test
    void tellsThatTheDeliveryLinkIsMissing() throws Exception {
        Files.delete(site.path(LINK));

        assertThat(site.faults(SHARED))
                .containsExactly(
                        STORE + "/vmail/shared/timetravel.weekly/incoming is missing; Postfix makes it with the"
                                + " first message, if it may UNSEEN[delivery-link-present]");
    }

    @Test
    void tellsThatTheDeliveryLinkIsARealDirectoryThatNobodyReads() throws Exception {
        Files.delete(site.path(LINK));
        site.maildir(LINK);

        assertThat(site.faults(SHARED))
                .containsExactly(
                        STORE + "/vmail/shared/timetravel.weekly/incoming is a maildir, belongs to us, mode 0700"
                                + " UNSEEN[delivery-link-is-link]",
                        "readers of "
                                + "/vmail/shared/timetravel.weekly/incoming: none: no mail program shows it UNSEEN[]");
        assertThat(site.conclusion(SHARED))
                .containsExactly(
                        "mail to " + SHARED + " arrives in /vmail/shared/timetravel.weekly/incoming/, read by nobody");
    }

    @Test
    void tellsThatTheDeliveryLinkLeadsToNothing() throws Exception {
        site.link(LINK, site.path("shared.maildirs/timetravel.weekly/.gone"));

        assertThat(site.faults(SHARED))
                .containsExactly(STORE + "/vmail/shared.maildirs/timetravel.weekly/.gone is missing, and Postfix makes"
                        + " nothing behind a link DEFERRED[delivery-link-target]");
    }

    @Test
    void namesWhoReadsWhereAWrongDeliveryLinkLeads() throws Exception {
        site.link(LINK, site.path("seven.of.nine/Maildir"));

        assertThat(site.faults(SHARED))
                .containsExactly(
                        STORE + "/vmail/seven.of.nine/Maildir is a maildir, belongs to us, mode 0700"
                                + " LEAKED[delivery-link-target]",
                        "store of " + SEVEN
                                + ": /vmail/seven.of.nine/Maildir/ is the same place or above it, so that its"
                                + " owner reads it too LEAKED[]");
        assertThat(site.conclusion(SHARED))
                .containsExactly(
                        "mail to " + SHARED + " arrives in /vmail/shared/timetravel.weekly/incoming/, read by nines");
    }

    @Test
    void doesNotFollowALinkOutOfTheMailBase() throws Exception {
        site.link(LINK, Path.of("/nowhere"));
        assertThat(site.faults(SHARED))
                .containsExactly(
                        STORE + "/vmail/shared/timetravel.weekly/incoming leads out of /vmail; not followed from"
                                + " there LEAKED[delivery-link-target]");

        site.link(LINK, Path.of("../../../../../../../nowhere"));
        assertThat(site.faults(SHARED))
                .containsExactly(
                        STORE + "/vmail/shared/timetravel.weekly/incoming leads out of /vmail; not followed from"
                                + " there LEAKED[delivery-link-target]");
    }

    @Test
    void followsARelativeLink() throws Exception {
        site.link(LINK, Path.of("../.././shared.maildirs/timetravel.weekly/.incoming"));

        assertThat(site.faults(SHARED)).isEmpty();
        assertThat(site.lines(SHARED))
                .contains("link /vmail/shared/timetravel.weekly/incoming: points to"
                        + " ../.././shared.maildirs/timetravel.weekly/.incoming");
    }

    @Test
    void noticesACircle() throws Exception {
        site.link(LINK, Path.of("incoming"));

        assertThat(site.faults(SHARED))
                .containsExactly(STORE + "/vmail/shared/timetravel.weekly/incoming leads in a circle of links"
                        + " DEFERRED[delivery-link-target]");
        assertThat(site.lines(SHARED).stream().filter(line -> line.startsWith("link ")))
                .hasSize(1);
    }
}
