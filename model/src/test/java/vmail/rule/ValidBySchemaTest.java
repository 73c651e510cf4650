package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class ValidBySchemaTest {

    private final ValidBySchema rule = new ValidBySchema(MailSchema.schema());

    @Test
    void acceptsTheHowtosAccount() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsASharedAccount() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsWhatTheServerKeepsItself() {
        Candidate candidate = Howto.albert()
                .with("entryUUID", "56c1c4a2-0000-103f-8000-000000000001")
                .with("entryCSN", "20261122000000.000000Z#000000#000#000000")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void leavesToOtherRulesWhatTheySay() {
        Candidate candidate = Howto.albert()
                .without("sn")
                .with("mail", "x", "X")
                .with("seeAlso", "Timetravel")
                .with("mailMessageStore", "/vmail/\u00E4/", "/vmail/b/")
                .with("accountStatus", "a", "b")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesUnknownAndForbiddenAttributes() {
        Candidate candidate = Howto.albert()
                .with("nickname", "Bert")
                .with("shoeSize", "42")
                .with("associatedDomain", "x.nl")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "nickname, shoesize are not in the schema. Correct the record; the directory refuses it "
                                + "as it is.",
                        "accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "associatedDomain is not allowed by the object classes. Correct the record; the "
                                + "directory refuses it as it is.");
    }

    @Test
    void reportsAnEntryWithoutObjectClass() {
        Candidate candidate = Howto.albert().without("objectClass").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "the entry has no object class. Correct the record; the directory refuses it as it is.");
    }

    @Test
    void reportsAnUnknownObjectClass() {
        Candidate candidate = Howto.albert()
                .with("objectClass", "inetOrgPerson", "qmailuser", "amavisAccount")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "amavisaccount is no object class of the schema. Correct the record; the directory "
                        + "refuses it as it is.");
    }

    @Test
    void reportsAnEntryWithoutStructuralClass() {
        Candidate candidate =
                Howto.albert().with("objectClass", "top", "qmailUser").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "the entry has no structural object class such as inetOrgPerson. Correct the record; the "
                        + "directory refuses it as it is.");
    }

    @Test
    void reportsStructuralClassesThatExcludeEachOther() {
        Candidate candidate = Howto.albert()
                .with("objectClass", "inetOrgPerson", "qmailUser", "account")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "the entry has structural object classes that exclude each other. Correct the record; "
                        + "the directory refuses it as it is.");
    }

    @Test
    void reportsAMalformedValueAfterAnEntryOfTheSameShapeToo() {
        Candidate sound = Howto.albert().with("qmailUID", "5000").candidate();
        Candidate malformed = Howto.albert().with("qmailUID", "x1").candidate();

        List<Finding> before = rule.check(sound);
        List<Finding> after = rule.check(malformed);

        assertThat(before).isEmpty();
        assertThat(after).hasSize(1);
        assertThat(after.get(0).message()).isEqualTo("qmailUID is not of the form that the schema demands");
        assertThat(rule.check(sound)).isEmpty();
    }

    @Test
    void reportsMalformedValues() {
        Candidate candidate =
                Howto.albert().with("qmailUID", "x1").with("givenName", "").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "qmailUID is not of the form that the schema demands. Correct the record; the directory "
                                + "refuses it as it is.",
                        "accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "givenName has an empty value. Correct the record; the directory refuses it as it is.");
    }

    @Test
    void seesWhatTheSdkDoesNot() {
        Candidate candidate = Howto.albert()
                .with("mailHost", "m\u00E4il.mydomain.nl")
                .with("mailAlternateAddress", "ao@anotherdomain.nu", "AO@anotherdomain.nu")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mailAlternateAddress has the same value twice. Correct the record; the directory "
                                + "refuses it as it is.",
                        "accounts.ldif:1: error: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mailHost has a character that is not ASCII. Correct the record; the directory refuses "
                                + "it as it is.");
    }

    @Test
    void seesTheSameFolderAndTheSameBoxTwiceHoweverTheyAreWritten() {
        Candidate albert = Howto.albert()
                .with(
                        "seeAlso",
                        "cn=Timetravel weekly,ou=Tokelau,o=company",
                        "CN=timetravel  weekly, OU=tokelau, O=company")
                .candidate();
        Candidate timetravel =
                Howto.timetravel().with("postOfficeBox", "past", "Past").candidate();

        assertThat(rule.check(albert)).extracting(Finding::message).containsExactly("seeAlso has the same value twice");
        assertThat(rule.check(timetravel))
                .extracting(Finding::message)
                .containsExactly("postOfficeBox has the same value twice");
    }

    @Test
    void doesNotBlameALiveEntryForWhatOnlyThisSchemaDoesNotKnow() {
        Candidate attribute = Howto.albert().with("shoeSize", "42").live().candidate();
        Candidate objectClass = Howto.albert()
                .with("objectClass", "inetOrgPerson", "qmailUser", "sambaSamAccount")
                .with("sambaSID", "S-1")
                .live()
                .candidate();

        assertThat(rule.check(attribute)).isEmpty();
        assertThat(rule.check(objectClass)).isEmpty();
    }

    @Test
    void warnsOfALiveEntryThatCameInPastTheSchema() {
        Candidate candidate =
                Howto.albert().with("associatedDomain", "x.nl").live().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("directory: warning: [valid-by-schema] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "associatedDomain is not allowed by the object classes. Correct the entry; the directory "
                        + "refuses the next change of it.");
        assertThat(findings).extracting(Finding::effect).containsExactly(Effect.NONE);
    }
}
