package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmail.lab.Ran;

/**
 * A directory with mail in it where the delivery link of a shared account belongs: what {@code maildirmake} leaves when it runs
 * before the link is made (howto 1.8).
 */
class RealDirectoryTest {

    /** Up to the full stop of the sentence. */
    private static final Pattern REPAIR =
            Pattern.compile("(?m)\\[delivery-link-is-link\\].* Run as the mail owner: (.*)\\.$");

    @Test
    void keepsItsAccountOutOfTheDirectoryUntilItIsRepaired()
            throws IOException, LDAPException, LDIFException, InterruptedException {
        try (MailHost host = MailHost.withAccounts(9, 100)) {
            Path place = host.mailBase().resolve("shared/weekly.0/incoming0");
            host.asMailOwner("mkdir -p " + place + "/cur " + place + "/new " + place + "/tmp && echo Mail > " + place
                    + "/new/1.a.b");

            Ran withheld = host.runImport();

            assertThat(withheld.code()).as("%s", withheld).isEqualTo(1);
            assertThat(accounts(host)).hasSize(99).noneMatch(entry -> entry.hasAttributeValue("uid", "incoming0"));
            assertThat(withheld.out()).contains("[delivery-link-is-link] UNSEEN: cn=Weekly 0,ou=Tokelau,o=company: ");
            assertThat(withheld.out()).contains("added 99").contains("refused 1");
            host.asMailOwner(repair(withheld.out()));
            Ran repaired = host.runImport();
            assertThat(repaired.code()).as("%s", repaired).isZero();
            assertThat(repaired.out()).contains("added 1, changed 0, unchanged 99");
            assertThat(accounts(host)).hasSize(100);
            assertThat(Files.readString(host.mailBase().resolve("shared.maildirs/weekly.0/.incoming0/new/1.a.b")))
                    .isEqualTo("Mail\n");
        }
    }

    private static List<Entry> accounts(MailHost host) throws LDAPException {
        return host.slapd().entries().stream()
                .filter(entry -> entry.getDN().endsWith(",ou=Tokelau,o=company"))
                .toList();
    }

    /** The commands that the finding prints. */
    private static String repair(String out) {
        Matcher finding = REPAIR.matcher(out);
        assertThat(finding.find()).as(out).isTrue();
        return finding.group(1);
    }
}
