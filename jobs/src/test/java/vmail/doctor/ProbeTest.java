package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lookup.Lookup;
import vmail.reader.configuration.FilterTemplate;

class ProbeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(&(|(mail=%s)(mailAlternateAddress=%s))(|(accountStatus=active)(accountStatus=shared)))",
                "(&(|(AccountStatus=SHARED)(ACCOUNTSTATUS=active))(|(mailalternateaddress=%s)(MAIL=%s)))",
                "(|(&(mail=%s)(accountStatus=active))(&(mail=%s)(accountStatus=shared))"
                        + "(&(mailAlternateAddress=%s)(|(accountStatus=shared)(accountStatus=active))))",
                "(&(objectClass=qmailUser)(|(mail=%s)(mailAlternateAddress=%s))(|(accountStatus=active)(accountStatus=shared)))",
                "(&(|(mail=%s)(mailAlternateAddress=%s))(accountStatus=*)(!(accountStatus=inactive)))",
                "(&(|(mail=%u@%d)(mailAlternateAddress=%s))(|(accountStatus=active)(accountStatus=shared)))"
            })
    void takesWhateverGivesTheRightAnswers(String filter) {
        assertThat(ofAliases(filter)).isEmpty();
    }

    @Test
    void tellsWhatAFilterMissesAndWhatItFindsBeside() {
        assertThat(ofAliases("(&(mail=%s)(accountStatus=active))"))
                .hasValue("does not find aliases of active accounts, shared accounts, aliases of shared accounts");
        assertThat(ofAliases("(mail=*)"))
                .hasValue("finds inactive accounts, aliases of inactive accounts, accounts without accountStatus,"
                        + " aliases of accounts without accountStatus, accounts of other addresses");
        assertThat(ofAliases("(|(mail=%s)(mailAlternateAddress=%s))"))
                .hasValue("finds inactive accounts, aliases of inactive accounts, accounts without accountStatus,"
                        + " aliases of accounts without accountStatus");
    }

    @Test
    void letsATableOfStoresKnowMainAddressesOnly() {
        FilterTemplate filter = new FilterTemplate("(&(mail=%s)(|(accountStatus=active)(accountStatus=shared)))");

        assertThat(Probe.difference(Probe.ofAddresses(true, false), Lookup.MAILBOX, filter))
                .isEmpty();
    }

    @Test
    void wantsDomainsOneByOne() {
        assertThat(ofDomains("(associatedDomain=%s)")).isEmpty();
        assertThat(ofDomains("(&(objectClass=domainRelatedObject)(AssociatedDomain=%s))"))
                .isEmpty();
        assertThat(ofDomains("(associatedDomain=*)")).hasValue("finds domains of others");
        assertThat(ofDomains("(dc=%s)")).hasValue("does not find an accepted domain");
    }

    @Test
    void wantsAccountsByTheirEntryUuidWhereMailIsShared() {
        assertThat(byUuid("(&(entryUUID=%u)(|(accountStatus=active)(accountStatus=shared)))"))
                .isEmpty();
        assertThat(byUuid("(entryUUID=%u)")).hasValue("finds inactive accounts, accounts without accountStatus");
        assertThat(byUuid("(&(entryUUID=%s)(|(accountStatus=active)(accountStatus=shared)))"))
                .hasValue("does not find accounts by %u, the entryUUID");
        assertThat(byUuid(Lookup.MAILBOX.template())).hasValue("does not find accounts by %u, the entryUUID");
    }

    private static Optional<String> ofAliases(String filter) {
        return Probe.difference(Probe.ofAddresses(true, true), Lookup.ALIAS, new FilterTemplate(filter));
    }

    private static Optional<String> ofDomains(String filter) {
        return Probe.difference(Probe.ofDomains(), Lookup.DOMAIN, new FilterTemplate(filter));
    }

    private static Optional<String> byUuid(String filter) {
        return Probe.differenceByUuid(new FilterTemplate(filter), "store.invalid");
    }
}
