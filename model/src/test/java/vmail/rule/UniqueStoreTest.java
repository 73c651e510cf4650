package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueStoreTest {

    private final UniqueStore rule = new UniqueStore();

    @Test
    void acceptsDifferentStores() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsStoresThatDifferInCase() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mailMessageStore", "/vmail/Albert.Onestone/Maildir/");

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsBothHoweverTheyAreSpelled() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mailMessageStore", "/vmail/x/..//albert.onestone/./Maildir");

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [unique-store] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "the store /vmail/albert.onestone/Maildir/ is also the store of cn=Seven of "
                                + "Nine,ou=Tokelau,o=company (accounts.ldif:20); each reads the other's mail. Give each "
                                + "account a store of its own.",
                        "accounts.ldif:20: error: [unique-store] cn=Seven of Nine,ou=Tokelau,o=company: "
                                + "the store /vmail/albert.onestone/Maildir/ is also the store of cn=Albert "
                                + "Onestone,ou=Tokelau,o=company (accounts.ldif:1); each reads the other's mail. Give each "
                                + "account a store of its own.");
    }

    @Test
    void leavesTwoSharedAccountsToTheirRule() {
        Howto timetravel = Howto.timetravel();
        Howto again = Howto.timetravel().named("cn=Again,ou=Tokelau,o=company").at(60);

        List<Finding> findings = Howto.findings(rule, timetravel, again);

        assertThat(findings).isEmpty();
    }
}
