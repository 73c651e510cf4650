package vmail.writer.configuration;

import com.unboundid.ldap.sdk.DN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.rule.MailSchema;

/**
 * A directory server for this mail system (howto 1): schema, database, indexes, access, limits.
 *
 * @param suffix what the database is named after; the two bases, the reader and the writer are below it
 * @param reader the system leaf, {@code ou=System,o=company}, which reads and never writes
 * @param writer slapd's rootdn
 * @param writerPassword without it the writer has to be an entry with a password
 * @param databaseDirectory must exist when slapd starts
 * @param pidFile Debian's start script looks into slapd.conf for it
 * @param folder where the files will lie when slapd reads them
 */
public record SlapdConfiguration(
        DN suffix,
        DN accountBase,
        DN reader,
        DN writer,
        Optional<Secret> writerPassword,
        MailBase mailBase,
        Path databaseDirectory,
        Path pidFile,
        Path folder,
        Enforcement enforcement)
        implements ServerConfiguration {

    /** What the server itself refuses, by slapo-constraint(5) and slapo-unique(5). */
    public enum Enforcement {
        NOTHING,
        /** What would lose mail. */
        RULES,
        /** The same where several accounts may have the same mail, see {@link PostfixConfiguration#STORE_DOMAIN}. */
        RULES_OF_SHARED_MAIL
    }

    private static final String GROUP = "openldap";

    @Override
    public List<ConfigurationFile> files() {
        List<ConfigurationFile> files = new ArrayList<>();
        files.add(ConfigurationFile.open("slapd.conf", slapdConf()));
        files.add(
                ConfigurationFile.open("qmail.schema", MailSchema.qmailSchema().getBytes(StandardCharsets.UTF_8)));
        files.add(ConfigurationFile.open("qmail.ldif", SchemaLdif.text().getBytes(StandardCharsets.UTF_8)));
        writerPassword.ifPresent(password -> files.add(ConfigurationFile.ofGroup(
                "rootpw.conf",
                GROUP,
                Template.of("rootpw.conf").with("hash", SaltedHash.of(password)).filled())));
        return List.copyOf(files);
    }

    private byte[] slapdConf() {
        return Template.of("slapd.conf")
                .with(
                        "file",
                        Quoting.line(
                                "the folder of slapd.conf",
                                folder.resolve("slapd.conf").toString()))
                .with("schema", path("the folder of slapd.conf", folder.resolve("qmail.schema")))
                .with("pid-file", Quoting.word("the file of the process id", pidFile.toString()))
                .with("database", path("the database directory", databaseDirectory))
                .with("suffix", Quoting.quoted("the suffix", suffix.toString()))
                .with("root-dn", Quoting.quoted("the writer's DN", writer.toString()))
                .with("root-password", rootPassword())
                .with("reader", Quoting.quoted("the reader's DN", reader.toString()))
                .with("enforcing-modules", isEnforcing() ? "moduleload constraint\nmoduleload unique" : "")
                .with("enforced", isEnforcing() ? enforced() : "")
                .filled();
    }

    private String rootPassword() {
        return writerPassword
                .map(password -> "include " + path("the folder of slapd.conf", folder.resolve("rootpw.conf")))
                .orElse("");
    }

    private boolean isEnforcing() {
        return enforcement != Enforcement.NOTHING;
    }

    private String enforced() {
        boolean single = enforcement == Enforcement.RULES;
        String base = Quoting.url(accountBase.toString());
        String store = "^" + Quoting.regex(mailBase.path().toString()) + "/.+/$";
        byte[] lines = Template.of("enforced")
                .with("mail-count", single ? "constraint_attribute mail count 1" : "# Allowed here, see --share-mail.")
                .with("store", Quoting.quoted("the mail base", store))
                .with("unique-uid", unique(base, "uid", "(!(accountStatus=shared))"))
                .with("unique-store", unique(base, "mailMessageStore", "(objectClass=qmailUser)"))
                .with("unique-mail", single ? uniqueMail(base) : "")
                .filled();
        return new String(lines, StandardCharsets.UTF_8).stripTrailing();
    }

    private static String uniqueMail(String base) {
        return "# One mail in two accounts: Postfix says it is delivered, and nobody can read it.\nunique_uri "
                + unique(base, "mail", "(objectClass=qmailUser)");
    }

    private static String unique(String base, String attribute, String filter) {
        return Quoting.quoted("the account base", "ldap:///%s?%s?sub?%s".formatted(base, attribute, filter));
    }

    private static String path(String what, Path path) {
        return Quoting.quoted(what, path.toString());
    }
}
