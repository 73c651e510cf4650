package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.MailBase;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.MailOwner;
import vmail.lab.MailSystem;
import vmail.lab.Ran;
import vmail.store.Owner;

/**
 * Audits of a healthy system while Postfix delivers and people read, file and tidy up through Courier: nothing is found, and nothing
 * remains unseen. {@code -Dvmail.audits=50} for the long form.
 */
class LiveTrafficTest {

    private static final int AUDITS = Integer.getInteger("vmail.audits", 15);
    private static final int HOUSEHOLDS = 3;

    @Test
    void nothingIsFoundInAHealthySystemAtWork() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (MailSystem mail = MailSystem.start()) {
            mail.slapd().loadSystem();
            HealthySystem healthy = healthy(mail);

            try (LDAPConnection directory = mail.slapd().connection();
                    Traffic traffic = Traffic.among(mail, healthy.households())) {
                traffic.awaitMore(0, 0);
                for (int i = 1; i <= AUDITS; i++) {
                    int sent = traffic.sent();
                    int done = traffic.done();
                    Ran ran = audit(mail);
                    assertThat(Json.of(ran.out()).each("findings", "message"))
                            .as("audit " + i)
                            .isEmpty();
                    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
                    assertThat(ran.err()).isEmpty();
                    assertThat(traffic.failures()).isEmpty();
                    // the audit was not alone
                    traffic.awaitMore(sent, done);
                }

                FaultKind kind = FaultKinds.find("stray-line").orElseThrow();
                List<Seeded> seeded = kind.play()
                        .on(new Scene(
                                kind,
                                healthy.household(0),
                                healthy.systemBase(),
                                directory,
                                new ScratchDisk(healthy.base(), Optional.of(owner()))));
                assertThat(Json.of(audit(mail).out()).each("findings", "rule"))
                        .containsExactly(seeded.get(0).rule());
            }
        }
    }

    private static Owner owner() {
        return new Owner(MailOwner.uid(), MailOwner.uid());
    }

    private static HealthySystem healthy(MailSystem mail) throws IOException, LDAPException {
        DN company = new DN(new RDN("o", "company"));
        HealthySystem healthy = new HealthySystem(
                new DN(new RDN("ou", "Tokelau"), company),
                new DN(new RDN("ou", "postfix"), new DN(new RDN("ou", "System"), company)),
                new MailBase(mail.site().mailBase()),
                HOUSEHOLDS);
        try (LDAPConnection directory = mail.slapd().connection()) {
            healthy.load(directory);
        }
        healthy.makeStores(Optional.of(owner()), Instant.now());
        return healthy;
    }

    private static Ran audit(MailSystem mail) throws IOException, InterruptedException {
        return mail.reading(Cli.here()).run("audit", "--format=json", "--threshold=note");
    }
}
