package vmail.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.explain.ExplainedSite.ALBERT;
import static vmail.explain.ExplainedSite.SEVEN;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailRouteTest {

    private static final String MAIL = "albert.onestone@anotherdomain.nu";

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
    void goesFromAnAliasToTheMaildirAndItsOwner() throws Exception {
        site.add(ALBERT, "mailAlternateAddress", "ao@anotherdomain.nu");

        Explanation explanation = site.explain("ao@anotherdomain.nu");

        assertThat(site.lines(explanation))
                .containsExactly(
                        "domain anotherdomain.nu: ours",
                        "alias ao@anotherdomain.nu: " + MAIL + " (" + ALBERT + ")",
                        "alias " + MAIL + ": " + MAIL + " (" + ALBERT + ")",
                        "mailbox " + MAIL + ": /vmail/albert.onestone/Maildir/ (" + ALBERT + ")",
                        "store /vmail/albert.onestone/Maildir/: /vmail/albert.onestone/Maildir is a maildir,"
                                + " belongs to us, mode 0700",
                        "login onestonea: is " + ALBERT);
        assertThat(site.conclusion("ao@anotherdomain.nu"))
                .containsExactly(
                        "mail to ao@anotherdomain.nu arrives in /vmail/albert.onestone/Maildir/, read by onestonea");
        assertThat(explanation.hasFault()).isFalse();
        assertThat(explanation.isInconclusive()).isFalse();
    }

    @Test
    void followsTheDeliveryLinkOfASharedAccountToItsSubscribers() throws Exception {
        assertThat(site.lines("timetravel@anotherdomain.nu"))
                .endsWith(
                        "link /vmail/shared/timetravel.weekly/incoming: points to"
                                + " /vmail/shared.maildirs/timetravel.weekly/.incoming",
                        "store /vmail/shared/timetravel.weekly/incoming/:"
                                + " /vmail/shared.maildirs/timetravel.weekly/.incoming is a maildir, belongs to us, mode 0700",
                        "subscriber " + ALBERT + ": by seeAlso and shared-maildirs",
                        "subscriber " + SEVEN + ": by seeAlso and shared-maildirs");
        assertThat(site.conclusion("timetravel@anotherdomain.nu"))
                .containsExactly("mail to timetravel@anotherdomain.nu arrives in"
                        + " /vmail/shared/timetravel.weekly/incoming/, read by onestonea, nines");
    }

    @Test
    void doesNotMindTheCaseOfLetters() throws Exception {
        assertThat(site.faults("ALBERT.Onestone@AnotherDomain.NU")).isEmpty();
    }

    @Test
    void isRefusedWhereNobodyHasTheAddress() throws Exception {
        assertThat(site.faults("nobody@anotherdomain.nu"))
                .containsExactly("address nobody@anotherdomain.nu: 550 5.1.1 User unknown: no entry has it BOUNCED[]");
        assertThat(site.conclusion("nobody@anotherdomain.nu"))
                .containsExactly("mail to nobody@anotherdomain.nu arrives in no store");
    }

    @Test
    void isRefusedByTheStatusOfTheAccount() throws Exception {
        site.set(ALBERT, "accountStatus", "inactive");
        assertThat(site.faults(MAIL))
                .containsExactly("address " + MAIL + ": 550 5.1.1 User unknown: " + ALBERT
                        + " is inactive; only active and shared accounts get mail BOUNCED[]");

        site.set(ALBERT, "accountStatus", "disabled");
        assertThat(site.faults(MAIL))
                .containsExactly("address " + MAIL + ": 550 5.1.1 User unknown: " + ALBERT
                        + " is disabled; only active and shared accounts get mail BOUNCED[account-status]");

        site.set(ALBERT, "accountStatus");
        assertThat(site.faults(MAIL))
                .containsExactly("address " + MAIL + ": 550 5.1.1 User unknown: " + ALBERT
                        + " has no accountStatus; only active and shared accounts get mail BOUNCED[account-status]");
    }

    @Test
    void isRefusedInADomainThatIsNotOurs() throws Exception {
        site.set(ALBERT, "mail", "albert@elsewhere.nl");

        assertThat(site.faults("albert@elsewhere.nl"))
                .containsExactly("domain elsewhere.nl: is none of ours, so a message from outside is refused:"
                        + " 554 5.7.1 Relay access denied BOUNCED[accepted-domain]");
        assertThat(site.faults("seven@elsewhere.nl"))
                .containsExactly("domain elsewhere.nl: is none of ours, so a message from outside is refused:"
                        + " 554 5.7.1 Relay access denied BOUNCED[]");
    }

    @Test
    void isSentOutWhereTheMainAddressIsElsewhere() throws Exception {
        site.set(ALBERT, "mail", "albert@elsewhere.nl");
        site.add(ALBERT, "mailAlternateAddress", "ao@anotherdomain.nu");

        assertThat(site.faults("ao@anotherdomain.nu"))
                .containsExactly("recipient albert@elsewhere.nl: is in no domain of ours: the copy is sent out to the"
                        + " mail server of elsewhere.nl LEAKED[accepted-domain]");
    }

    @Test
    void arrivesTwiceWhereAnAccountHasTwoMailValues() throws Exception {
        site.add(ALBERT, "mail", "ao@anotherdomain.nu");

        assertThat(site.faults(MAIL))
                .containsExactly(
                        "alias " + MAIL + ": " + MAIL + " (" + ALBERT + "), ao@anotherdomain.nu (" + ALBERT
                                + ") DOUBLE[single-mail]",
                        "alias ao@anotherdomain.nu: " + MAIL + " (" + ALBERT + "), ao@anotherdomain.nu (" + ALBERT
                                + ") DOUBLE[]",
                        "store /vmail/albert.onestone/Maildir/: gets the message again, for ao@anotherdomain.nu DOUBLE[]");
        assertThat(site.conclusion(MAIL))
                .containsExactly("mail to " + MAIL + " arrives in /vmail/albert.onestone/Maildir/, read by onestonea");
    }

    @Test
    void isLostWhereTwoAccountsHaveTheSameMail() throws Exception {
        site.set(SEVEN, "mail", MAIL);

        assertThat(site.faults(MAIL))
                .containsExactly("mailbox " + MAIL + ": 2 stores: /vmail/albert.onestone/Maildir/ (" + ALBERT
                        + "), /vmail/seven.of.nine/Maildir/ (" + SEVEN + "). Postfix takes them for one path,"
                        + " /vmail/albert.onestone/Maildir/,/vmail/seven.of.nine/Maildir/, says \"delivered to maildir\","
                        + " and nobody reads it LOST[unique-mail, unique-mail]");
        assertThat(site.conclusion(MAIL)).containsExactly("mail to " + MAIL + " arrives in no store");
    }

    @Test
    void reachesBothWherePostfixIsSetUpToShareMail() throws Exception {
        site.set(SEVEN, "mail", MAIL);

        assertThat(site.sharingMail().faults(MAIL)).isEmpty();
        assertThat(site.sharingMail().conclusion(MAIL))
                .containsExactly(
                        "mail to " + MAIL + " arrives in /vmail/albert.onestone/Maildir/, read by onestonea",
                        "mail to " + MAIL + " arrives in /vmail/seven.of.nine/Maildir/, read by nines");
    }

    @Test
    void losesTheCopyOfWhoseMailIsAnAliasOfAnother() throws Exception {
        site.add(SEVEN, "mailAlternateAddress", MAIL);

        assertThat(site.faults(MAIL))
                .singleElement()
                .asString()
                .startsWith("mailbox " + MAIL + ": 2 stores: ")
                .endsWith("and nobody reads it LOST[mail-not-alias]");
        assertThat(site.conclusion(MAIL))
                .containsExactly("mail to " + MAIL + " arrives in /vmail/seven.of.nine/Maildir/, read by nines");
    }

    @Test
    void reachesAllWhoHaveTheSameAlias() throws Exception {
        site.add(ALBERT, "mailAlternateAddress", "office@anotherdomain.nu");
        site.add(SEVEN, "mailAlternateAddress", "office@anotherdomain.nu");

        assertThat(site.faults("office@anotherdomain.nu")).isEmpty();
        assertThat(site.conclusion("office@anotherdomain.nu"))
                .containsExactly(
                        "mail to office@anotherdomain.nu arrives in /vmail/albert.onestone/Maildir/, read by onestonea",
                        "mail to office@anotherdomain.nu arrives in /vmail/seven.of.nine/Maildir/, read by nines");
    }

    @Test
    void isReturnedWhereTheAccountHasNoStore() throws Exception {
        site.set(ALBERT, "mailMessageStore");

        assertThat(site.faults(MAIL))
                .containsExactly("mailbox " + MAIL + ": no store: accepted, then returned to the sender, 5.1.1 unknown"
                        + " user BOUNCED[required-attributes]");
    }

    @Test
    void findsWhatPostfixAsksForWhenNobodyHasTheAddressItself() throws Exception {
        site.add(ALBERT, "mailAlternateAddress", "@anotherdomain.nu");
        site.add(SEVEN, "mailAlternateAddress", "bare");

        assertThat(site.conclusion("whoever@anotherdomain.nu"))
                .containsExactly("mail to whoever@anotherdomain.nu arrives in /vmail/albert.onestone/Maildir/,"
                        + " read by onestonea");
        assertThat(site.conclusion("bare@anotherdomain.nu"))
                .containsExactly(
                        "mail to bare@anotherdomain.nu arrives in /vmail/seven.of.nine/Maildir/, read by nines");
    }

    @Test
    void staysInTheHouseWhereTheMainAddressHasNoDomain() throws Exception {
        site.set(ALBERT, "mail", "albert");
        site.add(ALBERT, "mailAlternateAddress", "ao@anotherdomain.nu");

        assertThat(site.conclusion("ao@anotherdomain.nu"))
                .containsExactly(
                        "mail to ao@anotherdomain.nu arrives in /vmail/albert.onestone/Maildir/, read by onestonea");
    }

    @Test
    void isUncertainWithoutTheAcceptedDomains() throws Exception {
        Explanation explanation = site.explain(MAIL, Optional.empty());

        assertThat(explanation.isInconclusive()).isTrue();
        assertThat(site.lines(explanation))
                .startsWith("domain anotherdomain.nu: can not be seen: no --system-base, where accepted domains are"
                        + " UNKNOWN[]");
    }

    @Test
    void waitsForEverWhereAliasesLeadInACircle() throws Exception {
        site.set(ALBERT, "mail", "s.o.9@anotherdomain.nu, q@anotherdomain.nu");
        site.add(ALBERT, "mailAlternateAddress", "ao@anotherdomain.nu");
        site.set(SEVEN, "mail", "ao@anotherdomain.nu, q@anotherdomain.nu");
        site.add(SEVEN, "mailAlternateAddress", "s.o.9@anotherdomain.nu");

        assertThat(site.faults("ao@anotherdomain.nu"))
                .last()
                .isEqualTo("aliases of ao@anotherdomain.nu: lead on and on; after 1000 of them Postfix gives up and the"
                        + " message is not accepted DEFERRED[]");
        assertThat(site.conclusion("ao@anotherdomain.nu"))
                .containsExactly("mail to ao@anotherdomain.nu arrives in no store");
    }
}
