package vmail.reader.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostfixConfigurationTest {

    private Path folder = Path.of("");

    @BeforeEach
    void inFolder(@TempDir Path made) throws IOException {
        folder = made.toRealPath();
    }

    @Test
    void joinsLinesThatGoOnAndTakesTheLastOfSeveral() throws IOException {
        PostfixConfiguration postfix = main("""
                # mail.mydomain.nl
                mydestination = $myhostname,
                # within a line, too

                  localhost
                \tldap:acceptdomains
                virtual_mailbox_base = /vmail
                virtual_mailbox_base=/
                no value
                """);

        assertThat(postfix.items("mydestination")).containsExactly("localhost", "localhost", "ldap:acceptdomains");
        assertThat(postfix.value("virtual_mailbox_base")).isEqualTo("/");
        assertThat(postfix.origin("virtual_mailbox_base")).hasToString(folder + "/main.cf:8");
        assertThat(postfix.origin("mydestination")).hasToString(folder + "/main.cf:2");
        assertThat(postfix.origin("local_transport")).hasToString(folder + "/main.cf");
    }

    @ParameterizedTest
    @CsvSource({
        "$myhostname, mail.mydomain.nl",
        "${myhostname}, mail.mydomain.nl",
        "$(myhostname), mail.mydomain.nl",
        "x${myhostname}y, xmail.mydomain.nly",
        "${myhostname?yes}, yes",
        "${myhostname:no}, ''",
        "${nothing?yes}, ''",
        "${nothing:no}, no",
        "$nothing, ''",
        "$itself, ''",
        "$local_transport, local:mail.mydomain.nl"
    })
    void replacesNamesByValues(String text, String value) throws IOException {
        PostfixConfiguration postfix = main("""
                myhostname = mail.mydomain.nl
                itself = $itself
                a = %s
                """.formatted(text));

        assertThat(postfix.value("a")).isEqualTo(value);
    }

    @Test
    void knowsTheDefaultsThatTheHowtoRelysOn() throws IOException {
        PostfixConfiguration postfix = main("virtual_maps = ldap:ldapalias\nldapalias_server_host = localhost\n");

        assertThat(postfix.ldapTables("virtual_alias_maps"))
                .extracting(LdapTable::name)
                .containsExactly("ldap:ldapalias");
        assertThat(postfix.items("virtual_alias_domains")).containsExactly("ldap:ldapalias");
        assertThat(postfix.items("local_recipient_maps")).containsExactly("unix:passwd.byname", "hash:/etc/aliases");
    }

    @Test
    void readsTablesOfTheHowtoInMainCf() throws IOException {
        PostfixConfiguration postfix = main("""
                base = ou=Tokelau,o=company
                virtual_mailbox_maps = proxy:ldap:ldapvirtual
                ldapvirtual_search_base = $base
                ldapvirtual_bind_pw = canary$base
                """);

        LdapTable table = postfix.ldapTables("virtual_mailbox_maps").get(0);

        assertThat(table.state()).isEqualTo(LdapTable.State.READ);
        assertThat(table.value("search_base")).isEqualTo("ou=Tokelau,o=company");
        assertThat(table.value("bind")).isEqualTo("yes");
        assertThat(table.spelled("search_base")).isEqualTo("ldapvirtual_search_base");
        assertThat(table.origin("search_base")).hasToString(folder + "/main.cf:3");
        assertThat(table.origin("bind_dn")).hasToString(folder + "/main.cf:2");
        assertThat(table.password().orElseThrow().password()).isEqualTo("canary$base");
        assertThat(postfix.passwords()).extracting(Parameter::name).containsExactly("ldapvirtual_bind_pw");
    }

    @Test
    void readsTablesInFilesAsTheyAre() throws IOException {
        write("vmail/aliases.cf", "search_base = $base\nresult_attribute =\n  mail\n");
        PostfixConfiguration postfix = main("""
                virtual_alias_maps = hash:/etc/postfix/virtual, ldap:$config_directory/vmail/aliases.cf
                virtual_mailbox_maps = ldap:/nowhere/mailboxes.cf ldap:undefined
                mydestination = ldap:%s
                """.formatted(folder));

        LdapTable table = postfix.ldapTables("virtual_alias_maps").get(0);

        assertThat(table.value("search_base")).isEqualTo("$base");
        assertThat(table.value("result_attribute")).isEqualTo("mail");
        assertThat(table.origin("result_attribute")).hasToString(folder + "/vmail/aliases.cf:2");
        assertThat(table.origin("bind")).hasToString(folder + "/vmail/aliases.cf");
        assertThat(postfix.ldapTables("virtual_mailbox_maps"))
                .extracting(LdapTable::state)
                .containsOnly(LdapTable.State.MISSING);
        assertThat(postfix.ldapTables("mydestination").get(0).trouble()).isEqualTo("Not a regular file");
    }

    @Test
    void neverTellsAPassword() throws IOException {
        write("aliases.cf", "bind_pw = canary\n");
        PostfixConfiguration postfix =
                main("virtual_alias_maps = ldap:" + folder + "/aliases.cf\nold_bind_pw = canary\n");

        LdapTable table = postfix.ldapTables("virtual_alias_maps").get(0);

        assertThat(table.value("bind_pw")).isEqualTo("(not shown)");
        assertThat(postfix.value("old_bind_pw")).isEqualTo("(not shown)");
        assertThat(List.of(table.password(), postfix.passwords()).toString()).doesNotContain("canary");
    }

    @Test
    void wantsAFileThatIsThereAndOrdinary() throws IOException {
        assertThatThrownBy(() -> PostfixConfiguration.read(folder)).isInstanceOf(NoSuchFileException.class);

        Files.createDirectory(folder.resolve("main.cf"));

        assertThatThrownBy(() -> PostfixConfiguration.read(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + "/main.cf: Not a regular file");
    }

    private PostfixConfiguration main(String text) throws IOException {
        Path file = write("main.cf", text);
        // postconf(1) waits until main.cf is two seconds old: somebody might still be writing it
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        return PostfixConfiguration.read(folder);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
