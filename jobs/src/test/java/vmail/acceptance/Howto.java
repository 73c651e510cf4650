package vmail.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** The howto's accounts in the forms that people have them. */
enum Howto {
    LDIF,
    CSV,
    LDIF_WITH_CLEAR_TEXT,
    CSV_WITH_CLEAR_TEXT;

    boolean isHashed() {
        return this == LDIF || this == CSV;
    }

    Ran bring(Site site, Slapd slapd) throws IOException, InterruptedException {
        return bring(site, slapd, Cli.asMailOwner());
    }

    Ran bring(Site site, Slapd slapd, Cli cli) throws IOException, InterruptedException {
        Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
        return cli.with(site.writing(slapd))
                .run(
                        "import",
                        "--create-parents",
                        "--format=json",
                        domains.toString(),
                        source(site).toString());
    }

    private Path source(Site site) throws IOException {
        boolean csv = this == CSV || this == CSV_WITH_CLEAR_TEXT;
        String text = csv
                ? Site.sample("howto/accounts.csv")
                : Site.sample("howto/accounts.ldif").replace("/vmail/", site.mailBase() + "/");
        return site.file(csv ? "accounts.csv" : "accounts.ldif", isHashed() ? text : clear(text));
    }

    private static String clear(String text) {
        return text.replace("{SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu", "onesecret")
                .replace("{SSHA}gns/7E/Y1SUJJ+jS3E+cjeWLWB8P42cS", "sevensecret");
    }
}
