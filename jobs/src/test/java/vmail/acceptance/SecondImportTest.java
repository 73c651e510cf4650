package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.SystemCalls;

/** What is there already is not touched, as slapd and the kernel saw it. */
class SecondImportTest {

    @ParameterizedTest
    @EnumSource
    void writesNothing(Howto howto) throws IOException, InterruptedException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            SystemCalls calls = SystemCalls.tracedIn(site);
            Cli traced = calls.of(Cli.asMailOwner());
            howto.bring(site, slapd, traced);
            assertThat(calls.changing(site.mailBase())).hasSizeGreaterThan(40);
            int writes = slapd.writes().size();
            assertThat(writes).isEqualTo(9);

            Ran again = howto.bring(site, slapd, traced);

            assertThat(slapd.writes()).hasSize(writes);
            assertThat(calls.changing(site.mailBase())).isEmpty();
            Answer answer = Answer.of(again);
            assertThat(answer.number("added")).isZero();
            assertThat(answer.number("changed")).isZero();
            assertThat(answer.number("unchanged")).isEqualTo(3);
            assertThat(again.code()).isZero();
        }
    }

    @Test
    void isLikeAnAuditWhichChangesNothing() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.LDIF.bring(site, slapd);
            slapd.giveSystemItsPassword();
            int writes = slapd.writes().size();
            SystemCalls calls = SystemCalls.tracedIn(site);

            Ran audit = calls.of(Cli.asMailOwner()).with(site.reading(slapd)).run("audit");

            assertThat(audit.code()).as(audit.toString()).isZero();
            assertThat(calls.changing(site.mailBase())).isEmpty();
            assertThat(slapd.writes()).hasSize(writes);
        }
    }

    @Test
    void isLikeMakeStoresWhichHasNothingToMake() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.LDIF.bring(site, slapd);
            slapd.giveSystemItsPassword();
            SystemCalls calls = SystemCalls.tracedIn(site);

            Ran made = calls.of(Cli.asMailOwner()).with(site.reading(slapd)).run("make-stores");

            assertThat(made.code()).as(made.toString()).isZero();
            assertThat(made.out()).doesNotContain("made " + site.mailBase());
            assertThat(calls.changing(site.mailBase())).isEmpty();
        }
    }
}
