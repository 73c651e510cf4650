package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.Tree;

class HowtoOnSlapdTest {

    @Test
    void makesTheGoldenTreeFromLdif() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
            Path accounts = site.file(
                    "accounts.ldif", Site.sample("howto/accounts.ldif").replace("/vmail/", site.mailBase() + "/"));

            Ran ran = Cli.asMailOwner()
                    .with(site.writing(slapd))
                    .run("import", "--create-parents", domains.toString(), accounts.toString());

            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(String.join("\n", Tree.of(site.mailBase())) + "\n")
                    .isEqualTo(Site.sample("howto/expected/tree.txt"));
        }
    }
}
