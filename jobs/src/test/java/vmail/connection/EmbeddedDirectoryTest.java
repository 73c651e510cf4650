package vmail.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DirectoryUnavailable;

class EmbeddedDirectoryTest {

    private static final DN COMPANY = new DN(new RDN("o", "company"));
    private static final DN TOKELAU = new DN(new RDN("ou", "Tokelau"), COMPANY);

    @TempDir
    Path workspace;

    private Directory open(DN... bases) throws LDAPException, DirectoryUnavailable, UnsafeSettings {
        return Directory.open(
                DirectorySettings.of(DirectoryUrl.EMBEDDED),
                workspace,
                Schema.getDefaultStandardSchema(),
                List.of(bases));
    }

    private static void fill(FullLDAPInterface directory) throws LDAPException {
        directory.add(COMPANY.toString(), new Attribute("objectClass", "organization"));
        directory.add(
                "cn=Albert Onestone,o=company",
                new Attribute("objectClass", "inetOrgPerson"),
                new Attribute("sn", "Onestone"),
                new Attribute("description", "active "),
                new Attribute("userPassword", "{SSHA}x"));
    }

    @Test
    void keepsEntriesBetweenTwoCommands() throws Exception {
        try (Directory directory = open(TOKELAU)) {
            fill(directory.connection());
            directory.save();
        }

        try (Directory directory = open(TOKELAU)) {
            var albert = directory.connection().getEntry("cn=Albert Onestone,o=company");
            assertThat(albert.getAttributeValues("sn")).containsExactly("Onestone");
            assertThat(albert.getAttributeValues("description")).containsExactly("active ");
            assertThat(albert.getAttributeValues("userPassword")).containsExactly("{SSHA}x");
        }
        assertThat(Files.getPosixFilePermissions(workspace.resolve("directory.ldif")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(workspace).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void writesTheSameFileForTheSameEntries() throws Exception {
        try (Directory directory = open(TOKELAU)) {
            fill(directory.connection());
            directory.save();
        }
        byte[] first = Files.readAllBytes(workspace.resolve("directory.ldif"));

        try (Directory directory = open(TOKELAU)) {
            directory.save();
        }

        assertThat(workspace.resolve("directory.ldif")).hasBinaryContent(first);
    }

    @Test
    void forgetsWhatWasNotSaved() throws Exception {
        try (Directory directory = open(TOKELAU)) {
            fill(directory.connection());
        }

        try (Directory directory = open(TOKELAU)) {
            assertThat(directory.connection().getEntry("o=company")).isNull();
        }
    }

    @Test
    void enforcesItsSchema() throws Exception {
        try (Directory directory = open(TOKELAU)) {
            assertThatThrownBy(() -> directory.connection().add("dn: o=company", "objectClass: qmailUser"))
                    .isInstanceOfSatisfying(
                            LDAPException.class,
                            e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.OBJECT_CLASS_VIOLATION));
        }
    }

    @Test
    void opensWhatWasKeptForOtherBases() throws Exception {
        try (Directory directory = open(TOKELAU)) {
            fill(directory.connection());
            directory.save();
        }

        try (Directory directory = open(new DN(new RDN("dc", "nl")))) {
            assertThat(directory.connection().getEntry("o=company")).isNotNull();
            assertThat(directory
                            .connection()
                            .add("dn: dc=nl", "objectClass: domain", "dc: nl")
                            .getResultCode())
                    .isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    void namesTheLineOfADamagedFileAndQuotesNothing() throws Exception {
        Path file = workspace.resolve("directory.ldif");
        Files.writeString(file, "dn: o=company\nobjectClass: organization\nuserPassword canary4711\n");

        assertThatThrownBy(() -> open(TOKELAU))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasNoCause()
                .hasMessage("the embedded directory is damaged: %s, line 1.".formatted(file)
                        + " Restore the file from a copy, or move it away to begin anew.");
    }
}
