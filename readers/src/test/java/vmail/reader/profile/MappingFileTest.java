package vmail.reader.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.reader.source.UnusableSource;

class MappingFileTest {

    private static final String HEAD = "name: mine\ntitle: My own\n";

    /** Tables without titles whose cells could be anybody's. */
    private static final Set<String> TELL_NOTHING = Set.of("zimbra-bulk", "iredmail-csv", "cpanel");

    static List<String> names() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsEveryProfileOfOurs(String name) {
        Profile profile = Profiles.find(name).orElseThrow();

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.detect().isEmpty()).isEqualTo(TELL_NOTHING.contains(name));
        assertThat(profile.records()).isNotEmpty();
    }

    @Test
    void takesOverWhatItIsBasedOn() throws UnusableSource {
        Profile profile = MappingFile.parse("mine.yaml", HEAD + "based-on: courier\nset: {sn: [cn]}\n");

        Profile courier = Profiles.find("courier").orElseThrow();
        assertThat(profile.records())
                .extracting(RecordRule::is)
                .containsExactlyElementsOf(
                        courier.records().stream().map(RecordRule::is).toList());
        assertThat(Objects.requireNonNull(profile.set().get("sn")).attributes()).containsExactly("cn");
        assertThat(Objects.requireNonNull(profile.set().get("uid")).attributes())
                .containsExactly("uid", "mail");
        assertThat(profile.detect()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            recods: [] | mine.yaml:3: the key 'recods' is not known here. Did you mean 'records'? Known are based-on, columns, detect, format, header, ignored, keep, lost, name, old-store, optional, password, records, repeated, set, status, synonyms, title, width.
            set: {mial: [mail]} | mine.yaml:3: accounts have no attribute mial. Did you mean mail? Write one of the schema, such as cn, sn, uid, mail, mailAlternateAddress.
            set: {userPassword: [x]} | mine.yaml:3: userPassword can not be set. Use status: and password:; ou and object classes are ours.
            header: yes | mine.yaml:3: the header is never 'yes'. Write names, none or ignored.
            header: ignored | mine.yaml:3: a header that is ignored needs columns:. Name them in their order.
            width: any | mine.yaml:3: a cell behind the last title has no name. Remove width:.
            format: xml | mine.yaml:3: 'xml' is no format. Write ldif or csv.
            based-on: exchange5 | `mine.yaml:3: there is no profile exchange5. Known are qmail-ldap, vpopmail-ldap, courier, phamm, postfixbook, iredmail, kolab2, kolab3, netscape, zimbra, active-directory, kopano, posix, inetorgperson, postfixadmin, postfixadmin-aliases, modoboa, google-workspace, microsoft-365, active-directory-csv, zimbra-bulk, iredmail-csv, cpanel, passwd, thunderbird, outlook, generic.`
            records: [{is: person}] | mine.yaml:3: a record is never 'person'. Write account, shared, alias, list, domain, skip or loss.
            lost: [{kind: gone, attributes: x}] | `mine.yaml:3: 'gone' is no kind of loss. Write one of forward, vacation, program, quota, acl, group-membership, bcc, catch-all, mail-host, service-switch, admin-role, address, password, attribute.`
            set: {cn: '{mail'} | mine.yaml:3: the brace is not closed in the template {mail. Correct the source.
            name: again | mine.yaml:3: the key 'name' is given twice. Keep one.
            records: [{when: {bits: {a: b}}, is: skip}] | mine.yaml:3: 'b' is no number. Write it as 2 or 0x10.
            """)
    void namesTheLineAndWhatIsMeant(String line, String message) {
        assertThatThrownBy(() -> MappingFile.parse("mine.yaml", HEAD + line + "\n"))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThatThrownBy(() -> MappingFile.parse("mine.yaml", "name: [mine\ntitle: x\n"))
                .isInstanceOf(UnusableSource.class)
                .hasMessageStartingWith("mine.yaml:2: not YAML: ");
        assertThatThrownBy(() -> MappingFile.parse("mine.yaml", ""))
                .hasMessage("mine.yaml: the mapping file is empty. Start it with name: ....");
    }

    @Test
    void followsNoAlias() {
        assertThatThrownBy(() -> MappingFile.parse("mine.yaml", HEAD + "records: &a [*a]\n"))
                .isInstanceOf(UnusableSource.class);
    }

    @Test
    void makesNoObjectThatTheFileNames() {
        assertThatThrownBy(() -> MappingFile.parse("mine.yaml", HEAD + "set: !!java.net.URL [\"http://localhost\"]\n"))
                .isInstanceOf(UnusableSource.class)
                .hasMessageStartingWith("mine.yaml:3: not YAML: Global tag is not allowed");
    }
}
