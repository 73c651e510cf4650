package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;
import vmail.account.SharedAccount;

class DirectoryCheckTest {

    private final DirectoryCheck check = Rules.of(
                    new RuleContext(Howto.BASE, Optional.of(Howto.ACCOUNT_BASE), Howto.DOMAINS, MailSchema.schema()),
                    Map.of())
            .directoryCheck();

    @Test
    void findsNothingInTheHowtosAccounts() {
        assertThat(findings(Howto.albert(), Howto.seven(), Howto.timetravel())).isEmpty();
    }

    @Test
    void keepsTheSharedAccounts() {
        findings(Howto.albert(), Howto.timetravel());

        assertThat(check.shared().all()).extracting(SharedAccount::nick).containsExactly("Timetravel_weekly");
    }

    @Test
    void keepsTheRecordAndNotTheLiveEntryItReplaces() {
        Howto moved = Howto.timetravel().with("mailMessageStore", "/vmail/shared/weekly/incoming/");

        findings(Howto.albert(), moved, Howto.timetravel().live());

        assertThat(check.shared().all())
                .extracting(account -> account.store().value())
                .containsExactly("/vmail/shared/weekly/incoming/");
    }

    @Test
    void saysOfARepeatedRecordNothingButThat() {
        assertThat(findings(Howto.albert(), Howto.timetravel(), Howto.albert().at(60)))
                .extracting(Finding::rule, finding -> finding.origin().toString())
                .containsExactly(tuple("unique-dn", "accounts.ldif:60"));
    }

    @Test
    void givesClashesInTheOrderOfTheAccounts() {
        Howto second =
                Howto.seven().named("cn=Eight of Nine,ou=Tokelau,o=company").at(30);

        assertThat(findings(Howto.timetravel(), second, Howto.seven()))
                .extracting(Finding::rule, finding -> finding.origin().toString())
                .containsExactly(
                        tuple("unique-mail", "accounts.ldif:30"),
                        tuple("shared-alias", "accounts.ldif:30"),
                        tuple("unique-store", "accounts.ldif:30"),
                        tuple("unique-uid", "accounts.ldif:30"),
                        tuple("own-password", "accounts.ldif:30"),
                        tuple("unique-mail", "accounts.ldif:20"),
                        tuple("unique-store", "accounts.ldif:20"),
                        tuple("unique-uid", "accounts.ldif:20"));
    }

    private List<Finding> findings(Howto... accounts) {
        List<Candidate> candidates =
                List.of(accounts).stream().map(Howto::candidate).toList();
        List<Finding> findings = new ArrayList<>();
        candidates.forEach(check::first);
        candidates.forEach(candidate -> check.second(candidate, findings::add));
        check.finish(findings::add);
        return findings;
    }
}
