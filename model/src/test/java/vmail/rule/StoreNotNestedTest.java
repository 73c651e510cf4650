package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoreNotNestedTest {

    private final StoreNotNested rule = new StoreNotNested();

    @Test
    void acceptsStoresBesideEachOther() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsAPrefixThatIsNoParent() {
        Howto albert = Howto.albert().with("mailMessageStore", "/vmail/seven/");
        Howto seven = Howto.seven();

        List<Finding> findings = Howto.findings(rule, albert, seven);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheInnerOne() {
        Howto inner = Howto.seven().with("mailMessageStore", "/vmail/albert.onestone/Maildir/.seven/");
        Howto outer = Howto.albert();

        List<Finding> findings = Howto.findings(rule, inner, outer);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:20: error: [store-not-nested] cn=Seven of Nine,ou=Tokelau,o=company: "
                        + "the store lies inside /vmail/albert.onestone/Maildir/, the store of cn=Albert "
                        + "Onestone,ou=Tokelau,o=company (accounts.ldif:1). Choose a store for one of them that is "
                        + "not inside the other's.");
    }

    @Test
    void reportsTheOuterOneWhereTheInnerIsLive() {
        Howto outer = Howto.albert().with("mailMessageStore", "/vmail/seven.of.nine/");
        Howto inner = Howto.seven().live();

        List<Finding> findings = Howto.findings(rule, outer, inner);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [store-not-nested] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "inside the store /vmail/seven.of.nine/ lies the store of cn=Seven of "
                        + "Nine,ou=Tokelau,o=company (directory). Choose a store for one of them that is not "
                        + "inside the other's.");
    }
}
