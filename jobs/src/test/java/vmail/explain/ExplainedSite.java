package vmail.explain;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.MailBase;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.Finding;
import vmail.rule.MailSchema;
import vmail.rule.Severity;
import vmail.settings.Settings;

/** The howto's accounts, right in directory and on disk, to be spoilt. */
final class ExplainedSite implements AutoCloseable {

    static final DN COMPANY = new DN(new RDN("o", "company"));
    static final DN TOKELAU = new DN(new RDN("ou", "Tokelau"), COMPANY);
    static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";
    static final String SEVEN = "cn=Seven of Nine,ou=Tokelau,o=company";
    static final String TIMETRAVEL = "cn=Timetravel weekly,ou=Tokelau,o=company";
    private static final DN SYSTEM = new DN(new RDN("ou", "System"), COMPANY);
    /** Of 24 bytes, the last six other ones for each person. */
    private static final String PASSWORD = "userPassword: {SSHA}W+i4hc/VHK5QfJay5Jj6Xukh%08x";

    private final InMemoryDirectoryServer server;
    private final Path base;
    private final boolean mailShared;

    private ExplainedSite(InMemoryDirectoryServer server, Path base, boolean mailShared) {
        this.server = server;
        this.base = base;
        this.mailShared = mailShared;
    }

    /** @param folder empty */
    static ExplainedSite in(Path folder) throws LDAPException, LDIFException, IOException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(COMPANY);
        config.setSchema(MailSchema.schema());
        ExplainedSite site = new ExplainedSite(
                new InMemoryDirectoryServer(config), folder.toRealPath().resolve("vmail"), false);
        site.add("o=company", "objectClass: organization");
        site.add("ou=Tokelau,o=company", "objectClass: organizationalUnit");
        site.add("ou=System,o=company", "objectClass: organizationalUnit");
        site.add(
                "dc=nu,ou=System,o=company",
                "objectClass: dNSDomain",
                "objectClass: domainRelatedObject",
                "associatedDomain: anotherdomain.nu");
        site.person("Albert Onestone", "onestonea", "albert.onestone", "seeAlso: " + TIMETRAVEL);
        site.person("Seven of Nine", "nines", "seven.of.nine", "seeAlso: " + TIMETRAVEL);
        site.account(
                "Timetravel weekly",
                "uid: incoming",
                "mail: timetravel@anotherdomain.nu",
                "accountStatus: shared",
                "mailMessageStore: " + site.base + "/shared/timetravel.weekly/incoming/");
        site.maildir("albert.onestone/Maildir");
        site.maildir("seven.of.nine/Maildir");
        site.maildir("shared.maildirs/timetravel.weekly");
        site.maildir("shared.maildirs/timetravel.weekly/.incoming");
        Files.createFile(site.path("shared.maildirs/timetravel.weekly/.incoming/maildirfolder"));
        Files.createDirectories(site.path("shared/timetravel.weekly"));
        site.link("shared/timetravel.weekly/incoming", site.path("shared.maildirs/timetravel.weekly/.incoming"));
        site.subscribe("albert.onestone/Maildir");
        site.subscribe("seven.of.nine/Maildir");
        return site;
    }

    /** The same with Postfix set up so that several accounts may have one mail address. */
    ExplainedSite sharingMail() {
        return new ExplainedSite(server, base, true);
    }

    Path path(String below) {
        return base.resolve(below);
    }

    /** Active, with {@code LOCAL@anotherdomain.nu} and the store that goes with it. */
    void person(String cn, String uid, String local, String... more) throws LDAPException, LDIFException {
        List<String> lines = new ArrayList<>(List.of(
                "uid: " + uid,
                "mail: " + local + "@anotherdomain.nu",
                "accountStatus: active",
                "mailMessageStore: " + base + "/" + local + "/Maildir/",
                PASSWORD.formatted(uid.hashCode())));
        lines.addAll(Arrays.asList(more));
        account(cn, lines.toArray(String[]::new));
    }

    void account(String cn, String... lines) throws LDAPException, LDIFException {
        Stream<String> common =
                Stream.of("objectClass: inetOrgPerson", "objectClass: qmailUser", "sn: " + cn, "ou: Tokelau");
        add(
                "cn=" + cn + ",ou=Tokelau,o=company",
                Stream.concat(common, Stream.of(lines)).toArray(String[]::new));
    }

    private void add(String dn, String... lines) throws LDAPException, LDIFException {
        List<String> all = new ArrayList<>(List.of("dn: " + dn));
        all.add(dn.replaceFirst(",.*", "").replaceFirst("=", ": "));
        all.addAll(Arrays.asList(lines));
        server.add(all.toArray(String[]::new));
    }

    void add(String dn, String attribute, String value) throws LDAPException {
        server.modify(dn, new Modification(ModificationType.ADD, attribute, value));
    }

    /** No value takes the attribute away. */
    void set(String dn, String attribute, String... values) throws LDAPException {
        server.modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    void maildir(String below) throws IOException {
        for (String part : List.of("", "cur", "new", "tmp")) {
            Path directory = path(below).resolve(part);
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    void link(String below, Path target) throws IOException {
        Files.deleteIfExists(path(below));
        Files.createSymbolicLink(path(below), target);
    }

    private void subscribe(String maildir) throws IOException {
        Files.writeString(
                path(maildir).resolve("shared-maildirs"),
                "Timetravel_weekly\t" + path("shared.maildirs/timetravel.weekly") + "\n");
    }

    Explanation explain(String word) throws IncompleteRead {
        return explain(word, Optional.of(SYSTEM));
    }

    Explanation explain(String word, Optional<DN> systemBase) throws IncompleteRead {
        Settings settings = new Settings(
                Optional.empty(),
                Optional.of(TOKELAU),
                systemBase,
                new MailBase(base),
                Optional.empty(),
                Path.of("/nonexistent"),
                Map.of(),
                Severity.WARNING,
                mailShared);
        return new Explainer(settings, server).explain(Question.of(word));
    }

    /** A line for each step: question, answer, what is wrong and the rules that say so; the mail base as {@code /vmail}. */
    List<String> lines(Explanation explanation) {
        return explanation.parts().stream()
                .flatMap(part -> part.steps().stream())
                .map(step -> line(step).replace(base.toString(), "/vmail"))
                .toList();
    }

    List<String> lines(String word) throws IncompleteRead {
        return lines(explain(word));
    }

    /** Of these only what is not as it should be, or could not be seen. */
    List<String> faults(String word) throws IncompleteRead {
        return explain(word).parts().stream()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.outcome() != Step.Outcome.FINE)
                .map(step -> line(step).replace(base.toString(), "/vmail"))
                .toList();
    }

    List<String> conclusion(String word) throws IncompleteRead {
        return explain(word).conclusion().stream()
                .map(line -> line.replace(base.toString(), "/vmail"))
                .toList();
    }

    private static String line(Step step) {
        String line = step.asked() + ": " + step.answer().replaceAll("belongs to \\d+:\\d+", "belongs to us");
        if (step.outcome() == Step.Outcome.FINE) {
            return line;
        }
        return line + " " + (step.outcome() == Step.Outcome.UNKNOWN ? step.outcome() : step.effect())
                + step.findings().stream().map(Finding::rule).toList();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
