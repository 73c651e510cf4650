package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.Tree;

/** slapd answers with the first 500 entries and code 4, paged or not: nothing may be concluded from the others' absence. */
class SizeLimitTest {

    private static final int ACCOUNTS = 1_200;
    private static final String LINE = "limits dn.exact=\"ou=System,o=company\" size=unlimited time=unlimited";
    private static final String REASON = "only the first 500 entries below ou=Tokelau,o=company could be read: ";

    @Test
    void makesAnAuditInconclusiveUntilTheLineItNamesIsAdded()
            throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.startWithDefaultSizeLimit(site.slapd())) {
            load(slapd, site);
            Ran made = Cli.here().with(site.writing(slapd)).run(owned("make-stores", "--format=json"));
            assertThat(made.code()).as(made.err()).isZero();

            Ran audit = Cli.here().with(site.reading(slapd)).run(owned("audit", "--format=json"));

            assertThat(audit.code()).isEqualTo(4);
            assertThat(Answer.of(audit).text("verdict")).isEqualTo("inconclusive");
            assertThat(Answer.of(audit).findings()).isEmpty();
            assertThat(audit.err())
                    .startsWith("vmail: the directory was not read completely, so nothing can be called an orphan: "
                            + REASON)
                    .endsWith(LINE + "\n");

            slapd.configure(lineOf(audit.err()));
            slapd.restart();
            Ran unlimited = Cli.here().with(site.reading(slapd)).run(owned("audit", "--format=json"));
            assertThat(Answer.of(unlimited).text("verdict")).isEqualTo("clean");
            assertThat(Answer.of(unlimited).number("checked")).isEqualTo(ACCOUNTS);
            assertThat(unlimited.code()).isZero();
        }
    }

    @Test
    void makesNoStores() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.startWithDefaultSizeLimit(site.slapd())) {
            load(slapd, site);

            Ran made = Cli.here().with(site.reading(slapd)).run(owned("make-stores"));

            assertThat(made.code()).isEqualTo(4);
            assertThat(made.err()).startsWith("vmail: " + REASON).endsWith(LINE + "\n");
            assertThat(Tree.of(site.mailBase())).hasSize(1);
        }
    }

    @Test
    void isNoneForAnImportBoundAsTheAdministrator()
            throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.startWithDefaultSizeLimit(site.slapd())) {
            load(slapd, site);
            Cli.here().with(site.writing(slapd)).run(owned("make-stores"));
            String source = site.file("people.csv", """
                    cn,sn,uid,mail,accountStatus,userPassword
                    Albert Onestone,Onestone,onestonea,albert.onestone@anotherdomain.nu,active,{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu
                    """).toString();

            Ran imported = Cli.here().with(site.writing(slapd)).run(owned("import", "--format=json", source));

            Answer answer = Answer.of(imported);
            assertThat(answer.findings()).isEmpty();
            assertThat(answer.text("verdict")).isEqualTo("clean");
            assertThat(answer.number("checked")).isEqualTo(ACCOUNTS + 1);
            assertThat(imported.code()).isZero();
        }
    }

    @Test
    void stopsAnImportThatIsNotExempt() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.startWithDefaultSizeLimit(site.slapd())) {
            load(slapd, site);
            String source = site.file("people.csv", """
                    cn,sn,uid,mail,accountStatus,userPassword
                    Albert Onestone,Onestone,onestonea,albert.onestone@anotherdomain.nu,active,{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu
                    """).toString();
            int writes = slapd.writes().size();

            Ran imported = Cli.here().with(site.reading(slapd)).run(owned("import", source));

            assertThat(imported.code()).isEqualTo(4);
            assertThat(imported.err()).endsWith(LINE + "\n");
            assertThat(slapd.writes()).hasSize(writes);
            assertThat(Tree.of(site.mailBase())).hasSize(1);
        }
    }

    /** In this virtual machine root runs vmail, who has to name the owner. */
    private static String[] owned(String... arguments) {
        return Stream.concat(Arrays.stream(arguments), MailOwner.options().stream())
                .toArray(String[]::new);
    }

    private static String lineOf(String message) {
        Matcher line = Pattern.compile("limits dn.*").matcher(message);
        assertThat(line.find()).isTrue();
        return line.group();
    }

    private static void load(Slapd slapd, Site site) throws IOException, LDAPException, LDIFException {
        slapd.loadSystem();
        slapd.load(IntStream.range(0, ACCOUNTS)
                .mapToObj("""
                        dn: cn=Crew %1$s,ou=Tokelau,o=company
                        objectClass: inetOrgPerson
                        objectClass: qmailUser
                        cn: Crew %1$s
                        sn: Crew
                        uid: crew%1$s
                        ou: Tokelau
                        mail: crew%1$s@anotherdomain.nu
                        accountStatus: active
                        mailMessageStore: BASE/crew%1$s/Maildir/
                        userPassword: {SSHA}W+i4hc/VHK5QfJay5Jj6Xukh%1$08d
                        """::formatted)
                .collect(Collectors.joining("\n"))
                .replace("BASE", site.mailBase().toString()));
    }
}
