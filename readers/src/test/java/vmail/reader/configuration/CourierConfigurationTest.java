package vmail.reader.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierConfigurationTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsNamesAndValues() throws IOException {
        CourierConfiguration courier = read("""
                ##NAME: LDAP_URI:0
                # LDAP_URI is the server
                LDAP_URI\t\tldap://localhost:389
                LDAP_FILTER             (AccountStatus=active)\s\s
                LDAP_BINDPW\tcanary
                LDAP_URI\tldap://later
                LDAP_MAIL
                """);

        assertThat(courier.value("LDAP_URI")).isEqualTo("ldap://localhost:389");
        assertThat(courier.value("LDAP_FILTER")).isEqualTo("(AccountStatus=active)");
        assertThat(courier.value("LDAP_MAIL")).isEmpty();
        assertThat(courier.origin("LDAP_FILTER")).hasToString(folder + "/authldaprc:4");
        assertThat(courier.origin("LDAP_BASEDN")).hasToString(folder + "/authldaprc");
        assertThat(courier.marked()).isFalse();
        assertThat(courier.password().orElseThrow().password()).isEqualTo("canary");
        assertThat(courier.toString()).doesNotContain("canary");
    }

    @Test
    void seesTheMarker() throws IOException {
        assertThat(read("LDAP_MAIL uid\n##NAME: MARKER:0\n").marked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'authmodulelist=\"authldap\"', authldap",
        "'authmodulelist=\"authpam authldap\"', authpam authldap",
        "authmodulelist=authldap, authldap",
        "'authmodulelist=\"\"', ''",
        "'# authmodulelist=\"authldap\"', ''",
        "'authmodulelistorig=\"authldap\"', ''"
    })
    void readsTheModulesBesideIt(String line, String modules) throws IOException {
        Files.writeString(folder.resolve("authdaemonrc"), line + "\n");

        assertThat(String.join(" ", read("").modules().orElseThrow().names())).isEqualTo(modules);
    }

    @Test
    void saysWhereThereAreNoModules() throws IOException {
        assertThat(read("").modules()).isEmpty();
        assertThatThrownBy(() -> CourierConfiguration.read(folder.resolve("nothing")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private CourierConfiguration read(String text) throws IOException {
        return CourierConfiguration.read(Files.writeString(folder.resolve("authldaprc"), text));
    }
}
