package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.account.Candidate;
import vmail.account.SourceLine;
import vmail.account.Unreadable;

class RulesTest {

    private static final RuleContext CONTEXT =
            new RuleContext(Howto.BASE, Optional.of(Howto.ACCOUNT_BASE), Howto.DOMAINS, MailSchema.schema());

    @Test
    void haveEveryRuleThatTheInterfacesPermit() {
        List<Class<?>> permitted = Stream.of(EntryRule.class, DirectoryRule.class, DomainRule.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .toList();

        List<Class<?>> known = Rules.catalogue().stream()
                .filter(rule ->
                        rule instanceof EntryRule || rule instanceof DirectoryRule || rule instanceof DomainRule)
                .<Class<?>>map(Object::getClass)
                .toList();

        assertThat(known).containsExactlyInAnyOrderElementsOf(permitted);
    }

    @Test
    void haveIdsInKebabCaseEachOnce() {
        List<String> ids = Rules.catalogue().stream().map(Rule::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void findNothingInTheHowtosAccounts() {
        Rules rules = Rules.of(CONTEXT, Map.of());

        assertThat(Stream.of(Howto.albert(), Howto.seven(), Howto.timetravel())
                        .map(Howto::candidate)
                        .flatMap(candidate -> rules.judge(candidate).stream()))
                .isEmpty();
    }

    @Test
    void tellAllProblemsOfAnAccountInOneGo() {
        Candidate albert = Howto.albert()
                .without("sn")
                .with("mail", "albert")
                .with("accountStatus", "actve")
                .with("mailMessageStore", "vmail")
                .candidate();

        assertThat(Rules.of(CONTEXT, Map.of()).judge(albert))
                .extracting(Finding::rule)
                .containsExactly("required-attributes", "address-well-formed", "account-status", "store-well-formed");
    }

    @Test
    void takeTheSeverityThatTheSiteChose() {
        Rules rules = Rules.of(
                CONTEXT,
                Map.of("single-mail", Severity.WARNING, "unique-mail", Severity.NOTE, "unique-dn", Severity.WARNING));
        Candidate seven = Howto.seven()
                .with("mail", "s9@mydomain.nl", "seven@mydomain.nl")
                .candidate();
        Candidate again = Howto.seven().at(60).candidate();
        Candidate albert = Howto.albert().with("mail", "s9@mydomain.nl").candidate();

        List<Finding> entry = rules.judge(seven);
        List<Finding> all = new ArrayList<>();
        DirectoryCheck check = rules.directoryCheck();
        List.of(seven, again, albert).forEach(check::first);
        List.of(seven, again, albert).forEach(candidate -> check.second(candidate, all::add));
        check.finish(all::add);

        assertThat(entry).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(all)
                .filteredOn(finding -> finding.rule().startsWith("unique"))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(
                        tuple("unique-dn", Severity.WARNING),
                        tuple("unique-mail", Severity.NOTE),
                        tuple("unique-mail", Severity.NOTE));
    }

    @Test
    void refuseTheIdOfNoRuleAndNameTheNearest() {
        assertThatThrownBy(() -> Rules.of(CONTEXT, Map.of("unique-mial", Severity.NOTE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rule unique-mial; did you mean unique-mail?");
    }

    @Test
    void tellWhyARecordCanNotBeRead() {
        Unreadable record = new Unreadable(
                new SourceLine("accounts.ldif", 1),
                "cn=Albert Onestone, ou=Tokelau, o=company",
                List.of(new Unreadable.Problem(
                        new SourceLine("accounts.ldif", 2), "userPassword is not base64", "Write it with one colon")),
                Optional.empty());

        assertThat(Rules.of(CONTEXT, Map.of()).judge(record))
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:2: error: [readable-record] cn=Albert Onestone, ou=Tokelau, o=company: "
                        + "userPassword is not base64. Write it with one colon.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "{canary}x", "{CRYPT}canary", "{SSHA}canary", "{canary", "$canary$"})
    void neverTellAPassword(String password) {
        Candidate albert = Howto.albert()
                .with("userPassword", password, password + "2", password)
                .with("objectClass", "top")
                .candidate();

        assertThat(Rules.of(CONTEXT, Map.of()).judge(albert))
                .isNotEmpty()
                .noneMatch(finding -> finding.toString().contains("canary"));
    }
}
