package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueStoreByCaseTest {

    private final UniqueStoreByCase rule = new UniqueStoreByCase();

    @Test
    void acceptsOtherStores() {
        List<Finding> findings = Howto.findings(rule, Howto.albert(), Howto.seven(), Howto.timetravel());

        assertThat(findings).isEmpty();
    }

    @Test
    void leavesTheSameStoreToItsRule() {
        Howto seven = Howto.seven().with("mailMessageStore", "/vmail//albert.onestone/Maildir/");

        List<Finding> findings = Howto.findings(rule, Howto.albert(), seven);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsBoth() {
        Howto seven = Howto.seven().with("mailMessageStore", "/vmail/Albert.Onestone/Maildir/");

        List<Finding> findings = Howto.findings(rule, Howto.albert(), seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: warning: [unique-store-by-case] cn=Albert "
                                + "Onestone,ou=Tokelau,o=company: the store /vmail/albert.onestone/Maildir/ differs only "
                                + "in case from /vmail/Albert.Onestone/Maildir/, the store of cn=Seven of "
                                + "Nine,ou=Tokelau,o=company (accounts.ldif:20). Give one of them a store of another name, "
                                + "and move its maildir there.",
                        "accounts.ldif:20: warning: [unique-store-by-case] cn=Seven of "
                                + "Nine,ou=Tokelau,o=company: the store /vmail/Albert.Onestone/Maildir/ differs only in "
                                + "case from /vmail/albert.onestone/Maildir/, the store of cn=Albert "
                                + "Onestone,ou=Tokelau,o=company (accounts.ldif:1). Give one of them a store of another "
                                + "name, and move its maildir there.");
    }
}
