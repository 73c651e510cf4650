package vmail.explain;

import static vmail.explain.ExplainedSite.ALBERT;
import static vmail.explain.ExplainedSite.SEVEN;
import static vmail.explain.ExplainedSite.TIMETRAVEL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailRouteTest {

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
    void goesFromAnAliasToTheMaildirOfItsAccount() throws Exception {
        site.add(ALBERT, "mailAlternateAddress", "ao@anotherdomain.nu");
        show("ao@anotherdomain.nu");
    }

    @Test
    void followsTheDeliveryLinkOfASharedAccount() throws Exception {
        show("timetravel@anotherdomain.nu");
    }

    @Test
    void unknown() throws Exception {
        show("nobody@anotherdomain.nu");
    }

    @Test
    void inactive() throws Exception {
        site.set(ALBERT, "accountStatus", "inactive");
        show("albert.onestone@anotherdomain.nu");
        site.set(ALBERT, "accountStatus");
        show("albert.onestone@anotherdomain.nu");
        site.set(ALBERT, "accountStatus", "disabled");
        show("albert.onestone@anotherdomain.nu");
    }

    @Test
    void otherDomain() throws Exception {
        show("albert@elsewhere.nl");
        site.set(ALBERT, "mail", "albert@elsewhere.nl");
        site.add(ALBERT, "mailAlternateAddress", "ao@anotherdomain.nu");
        show("albert@elsewhere.nl");
        show("ao@anotherdomain.nu");
    }

    @Test
    void twoMails() throws Exception {
        site.add(ALBERT, "mail", "ao@anotherdomain.nu");
        show("ao@anotherdomain.nu");
        site.set(ALBERT, "mail", "albert.onestone@anotherdomain.nu", "albert@elsewhere.nl");
        show("albert.onestone@anotherdomain.nu");
    }

    @Test
    void sameMail() throws Exception {
        site.set(SEVEN, "mail", "albert.onestone@anotherdomain.nu");
        show("albert.onestone@anotherdomain.nu");
        System.out.println(site.sharingMail().lines("albert.onestone@anotherdomain.nu"));
    }

    @Test
    void mailIsAlias() throws Exception {
        site.add(SEVEN, "mailAlternateAddress", "albert.onestone@anotherdomain.nu");
        show("albert.onestone@anotherdomain.nu");
        show("seven.of.nine@anotherdomain.nu");
    }

    @Test
    void sharedAlias() throws Exception {
        site.add(SEVEN, "mailAlternateAddress", "office@anotherdomain.nu");
        site.add(ALBERT, "mailAlternateAddress", "office@anotherdomain.nu");
        show("office@anotherdomain.nu");
    }

    @Test
    void stores() throws Exception {
        site.set(ALBERT, "mailMessageStore");
        show("albert.onestone@anotherdomain.nu");
        for (String store : new String[] {
            site.path("albert.onestone/Maildir").toString(),
            site.path("albert.onestone/mbox").toString(),
            "albert/Maildir/",
            "/etc/",
            site.path("x").toString() + "/../../etc/",
            site.path("seven.of.nine/Maildir/").toString() + "/",
            site.path("nothing/Maildir").toString() + "/",
            site.path("seven.of.nine/Maildir/.Sub").toString() + "/",
            site.path("seven.of.nine/Maildir/sub").toString() + "/"
        }) {
            site.set(ALBERT, "mailMessageStore", store);
            show("albert.onestone@anotherdomain.nu");
        }
    }

    @Test
    void links() throws Exception {
        Path link = site.path("shared/timetravel.weekly/incoming");
        Files.delete(link);
        show("timetravel@anotherdomain.nu");
        site.link("shared/timetravel.weekly/incoming", site.path("shared.maildirs/timetravel.weekly/.gone"));
        show("timetravel@anotherdomain.nu");
        site.link("shared/timetravel.weekly/incoming", site.path("seven.of.nine/Maildir"));
        show("timetravel@anotherdomain.nu");
        site.link("shared/timetravel.weekly/incoming", Path.of("../../../../etc"));
        show("timetravel@anotherdomain.nu");
        site.link("shared/timetravel.weekly/incoming", Path.of("/etc"));
        show("timetravel@anotherdomain.nu");
        site.link("shared/timetravel.weekly/incoming", Path.of("incoming"));
        show("timetravel@anotherdomain.nu");
        Files.delete(link);
        site.maildir("shared/timetravel.weekly/incoming");
        show("timetravel@anotherdomain.nu");
    }

    @Test
    void misc() throws Exception {
        System.out.println(site.lines(site.explain("albert.onestone@anotherdomain.nu", Optional.empty())));
        site.add(ALBERT, "mailAlternateAddress", "@anotherdomain.nu");
        show("whoever@anotherdomain.nu");
        site.set(ALBERT, "mailAlternateAddress", "bare");
        show("bare@anotherdomain.nu");
        site.set(ALBERT, "mail", "albert");
        show("bare@anotherdomain.nu");
        site.set(SEVEN, "uid", "onestonea");
        show("seven.of.nine@anotherdomain.nu");
        site.set(SEVEN, "uid", "nines");
        site.set(SEVEN, "userPassword");
        show("seven.of.nine@anotherdomain.nu");
        site.set(ALBERT, "seeAlso");
        site.set(SEVEN, "seeAlso");
        show("timetravel@anotherdomain.nu");
        show(TIMETRAVEL);
        Files.delete(site.path("seven.of.nine/Maildir/shared-maildirs"));
        Files.delete(site.path("albert.onestone/Maildir/shared-maildirs"));
        show("timetravel@anotherdomain.nu");
    }

    private void show(String word) throws Exception {
        System.out.println("### " + word);
        site.lines(word).forEach(System.out::println);
        System.out.println("=> " + site.conclusion(word));
    }
}
