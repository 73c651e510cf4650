package vmail.writer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.writer.directory.Entries.albert;
import static vmail.writer.directory.Entries.with;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryComparisonTest {

    private final EntryComparison comparison = new EntryComparison(new Reversing());

    private List<Modification> differences(ReadOnlyEntry wanted, ReadOnlyEntry existing) {
        return comparison.differences(wanted, existing);
    }

    @Test
    void findsNoDifferenceInWhatTheDirectoryCallsEqual() {
        ReadOnlyEntry wanted = albert("seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company");
        ReadOnlyEntry existing = with(
                with(
                        with(
                                albert("seeAlso: CN=timetravel  weekly, OU=Tokelau, O=Company"),
                                "mail",
                                "Albert.Onestone@AnotherDomain.nu"),
                        "accountStatus",
                        "active "),
                "uid",
                "OnestoneA");

        assertThat(differences(wanted, existing)).isEmpty();
    }

    @Test
    void writesACorrectedSpellingOfAName() {
        ReadOnlyEntry existing = with(albert(), "cn", "albert onestone");

        assertThat(differences(albert(), existing))
                .containsExactly(new Modification(ModificationType.REPLACE, "cn", "Albert Onestone"));
    }

    @Test
    void takesThePathOfAStoreExactly() {
        ReadOnlyEntry existing = with(albert(), "mailMessageStore", "/vmail/Albert.Onestone/Maildir/");

        assertThat(differences(albert(), existing))
                .containsExactly(new Modification(
                        ModificationType.REPLACE, "mailMessageStore", "/vmail/albert.onestone/Maildir/"));
    }

    @Test
    void addsAndRemovesSingleAliases() {
        ReadOnlyEntry wanted = albert("mailAlternateAddress: a@mydomain.nl", "mailAlternateAddress: new@mydomain.nl");
        ReadOnlyEntry existing = albert("mailAlternateAddress: old@mydomain.nl", "mailAlternateAddress: A@mydomain.nl");

        assertThat(differences(wanted, existing))
                .containsExactly(
                        new Modification(ModificationType.ADD, "mailAlternateAddress", "new@mydomain.nl"),
                        new Modification(ModificationType.DELETE, "mailAlternateAddress", "old@mydomain.nl"));
    }

    @Test
    void removesAliasesTargetsAndFoldersThatTheSourceNoLongerHas() {
        ReadOnlyEntry existing =
                albert("mailAlternateAddress: old@mydomain.nl", "seeAlso: cn=Gone,o=company", "postOfficeBox: 2003");

        assertThat(differences(albert(), existing))
                .containsExactly(
                        new Modification(ModificationType.DELETE, "mailAlternateAddress", "old@mydomain.nl"),
                        new Modification(ModificationType.DELETE, "seeAlso", "cn=Gone,o=company"),
                        new Modification(ModificationType.DELETE, "postOfficeBox", "2003"));
    }

    @Test
    void leavesWhatTheSourceDoesNotMention() {
        ReadOnlyEntry existing = albert(
                "userPassword: {SSHA}x",
                "givenName: Albert",
                "description: physicist",
                "homeDirectory: /home/albert",
                "objectClass: posixAccount");

        assertThat(differences(albert(), existing)).isEmpty();
    }

    @Test
    void addsMissingObjectClassesOnly() {
        ReadOnlyEntry existing = with(albert(), "objectClass", "INETORGPERSON", "person");

        assertThat(differences(albert(), existing))
                .containsExactly(new Modification(ModificationType.ADD, "objectClass", "qmailUser"));
    }

    @Test
    void keepsAStoredPasswordThatIsTheWantedOne() {
        assertThat(differences(albert("userPassword: onesecret"), albert("userPassword: {REV}terceseno")))
                .isEmpty();
    }

    @Test
    void replacesAnotherPasswordByOneThatMayBeStored() {
        assertThat(differences(albert("userPassword: onesecret"), albert("userPassword: {REV}rehto")))
                .containsExactly(new Modification(ModificationType.REPLACE, "userPassword", "{REV}terceseno"));
    }

    @Test
    void replacesAPasswordThatItCanNotSee() {
        assertThat(differences(albert("userPassword: onesecret"), albert()))
                .containsExactly(new Modification(ModificationType.REPLACE, "userPassword", "{REV}terceseno"));
    }

    @Test
    void plansAnAdditionWithAStorablePassword() {
        EntryChange change = comparison.plan(albert("userPassword: onesecret"), Optional.empty());

        assertThat(change).isEqualTo(new EntryChange.Add(albert("userPassword: {REV}terceseno")));
    }

    @Test
    void namesAttributesAndNeverValues() {
        ReadOnlyEntry wanted = albert("userPassword: canary4711");

        EntryChange modify = comparison.plan(wanted, Optional.of(with(albert(), "mail", "x@mydomain.nl")));
        EntryChange add = comparison.plan(wanted, Optional.empty());
        EntryChange leave = comparison.plan(wanted, Optional.of(wanted));

        assertThat(modify).hasToString("modify cn=Albert Onestone,ou=Tokelau,o=company: mail, userPassword");
        assertThat(add).hasToString("add cn=Albert Onestone,ou=Tokelau,o=company");
        assertThat(leave).hasToString("leave cn=Albert Onestone,ou=Tokelau,o=company");
    }
}
