package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vmail.account.LiveEntry;
import vmail.account.Origin;
import vmail.account.SourceLine;
import vmail.report.Samples;
import vmail.rule.Finding;
import vmail.rule.Severity;

class FingerprintTest {

    private static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";

    @Test
    void isTheSameWhateverTheNightFoundAnew() {
        Finding moved = finding(
                        "single-mail", new SourceLine("a.ldif", 70), "CN=albert  onestone, OU=tokelau, O=Company")
                .withSeverity(Severity.NOTE);

        assertThat(Fingerprint.of(moved))
                .isEqualTo(Fingerprint.of(finding("single-mail", new SourceLine("a.ldif", 7), ALBERT)));
    }

    @Test
    void tellsRuleEntryAndPlaceApart() {
        Origin file = new SourceLine("a.ldif", 7);

        assertThat(new Finding[] {
                    finding("single-mail", file, ALBERT),
                    finding("mail-present", file, ALBERT),
                    finding("single-mail", file, "cn=Seven of Nine,ou=Tokelau,o=company"),
                    finding("single-mail", new SourceLine("b.ldif", 7), ALBERT),
                    finding("single-mail", new LiveEntry(), ALBERT),
                    finding("single-mail", file, ""),
                    finding("single-mail", new SourceLine("a.ldif", 8), ""),
                    finding("single-mail", file, ALBERT).about("ao@mydomain.nl"),
                    finding("single-mail", file, ALBERT).about("ao@anotherdomain.nu")
                })
                .extracting(Fingerprint::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void staysWhatItIsFromVersionToVersion() {
        assertThat(Fingerprint.of(Samples.twoMails())).isEqualTo("9a9e10c4b6d273efc396ff3b18997aa2");
    }

    @Test
    void takesWhatIsNoDn() {
        assertThat(Fingerprint.of(finding("entry-parses", new SourceLine("a.ldif", 7), "foo bar")))
                .hasSize(32);
    }

    private static Finding finding(String rule, Origin origin, String dn) {
        Finding like = Samples.twoMails();
        return new Finding(rule, like.severity(), like.effect(), origin, dn, like.message(), like.remedy());
    }
}
