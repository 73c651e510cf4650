package vmail.lab;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vmail.rule.MailSchema;

/**
 * A slapd of our own on a free loopback port, set up as the howto says (1.9): our qmail schema, its indexes, anonymous may only
 * authenticate, ou=System reads.
 */
public final class Slapd implements AutoCloseable {

    public static final String ADMIN = "cn=admin,o=company";
    public static final String ADMIN_PASSWORD = "adminsecret";
    public static final String SYSTEM = "ou=System,o=company";
    public static final String SYSTEM_PASSWORD = "systemsecret";

    private static final String NO_LIMIT = "sizelimit unlimited";
    private static final Pattern WRITE = Pattern.compile("conn=\\d+ op=\\d+ (?:ADD|MOD|MODRDN|DEL) dn=.*");

    private static final Duration START = Duration.ofSeconds(30);

    private final Path folder;
    private final Path configuration;
    private final int port;
    private @Nullable Daemon daemon;

    private Slapd(Path folder, Path configuration, int port) {
        this.folder = folder;
        this.configuration = configuration;
        this.port = port;
    }

    /**
     * Starts an empty one: not even its suffix is there.
     *
     * @param folder for its files; exists
     * @param lines further lines for the database section of slapd.conf, overlays for example
     */
    public static Slapd start(Path folder, String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(NO_LIMIT));
        all.addAll(List.of(lines));
        return configured(folder, all);
    }

    /** One with the limit of 500 entries per search that slapd has where nobody sets another. */
    public static Slapd startWithDefaultSizeLimit(Path folder) throws IOException {
        return configured(folder, List.of());
    }

    /**
     * Starts an empty one that {@code vmail render} configures, in the folder {@code configuration} of the site.
     *
     * @param options further ones of the command
     */
    public static Slapd rendered(Site site, String... options) throws IOException, InterruptedException {
        return start(Configuration.render(site, options));
    }

    /** Starts an empty one that is configured by {@code vmail render}. */
    static Slapd start(Configuration rendered) throws IOException {
        Program.SLAPD.assumeInstalled();
        Slapd slapd = new Slapd(rendered.slapd(), rendered.file("slapd.conf"), rendered.port());
        slapd.start();
        return slapd;
    }

    private static Slapd configured(Path folder, List<String> lines) throws IOException {
        Program.SLAPD.assumeInstalled();
        Files.createDirectory(folder.resolve("db"));
        Files.writeString(folder.resolve("qmail.schema"), MailSchema.qmailSchema());
        Files.writeString(folder.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/nis.schema
                include /etc/ldap/schema/inetorgperson.schema
                include %1$s/qmail.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                moduleload constraint
                pidfile %1$s/slapd.pid
                allow bind_v2
                database mdb
                directory %1$s/db
                maxsize 1073741824
                dbnosync
                suffix o=company
                rootdn %2$s
                rootpw %3$s
                index objectClass,uid,mail,mailAlternateAddress eq
                access to attrs=userPassword by dn.exact="%4$s" read by anonymous auth by self =xw by * none
                access to * by dn.exact="%4$s" read by * none
                %5$s
                """.formatted(
                        folder, ADMIN, ADMIN_PASSWORD, SYSTEM, String.join("\n", lines)));
        Slapd slapd = new Slapd(folder, folder.resolve("slapd.conf"), LoopbackPort.free());
        slapd.start();
        return slapd;
    }

    public String url() {
        return "ldap://127.0.0.1:" + port;
    }

    /** As administrator. */
    public LDAPConnection connection() throws LDAPException {
        return connection(ADMIN, ADMIN_PASSWORD);
    }

    public LDAPConnection connection(String dn, String password) throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, dn, password);
    }

    /** To the leaf as it is in the sample, which has none: a password does not belong into a file that everybody reads. */
    public void giveSystemItsPassword() throws LDAPException {
        try (LDAPConnection connection = connection()) {
            connection.modify(SYSTEM, new Modification(ModificationType.REPLACE, "userPassword", SYSTEM_PASSWORD));
        }
    }

    /** Whether somebody can log in. */
    public boolean admits(String dn, String password) throws LDAPException {
        try (LDAPConnection connection = connection(dn, password)) {
            return connection.isConnected();
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return false;
            }
            throw e;
        }
    }

    /** Adds entries as administrator. */
    public void load(String ldif) throws IOException, LDAPException, LDIFException {
        try (LDAPConnection connection = connection();
                LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(ldif)))) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                connection.add(entry);
            }
        }
    }

    /** Applies an undo file of a run as administrator, from its end. */
    public void undo(String ldif) throws IOException, LDAPException, LDIFException {
        List<LDIFChangeRecord> records = new ArrayList<>();
        try (LDAPConnection connection = connection();
                LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(ldif)))) {
            for (LDIFChangeRecord each = reader.readChangeRecord(); each != null; each = reader.readChangeRecord()) {
                records.add(0, each);
            }
            for (LDIFChangeRecord each : records) {
                each.processChange(connection);
            }
        }
    }

    /** Everything above and below the system leaf, which {@link #SYSTEM} needs to read at all. */
    public void loadSystem() throws IOException, LDAPException, LDIFException {
        load("""
                dn: o=company
                objectClass: organization
                o: company

                dn: ou=System,o=company
                objectClass: organizationalUnit
                ou: System
                userPassword: systemsecret

                dn: ou=Tokelau,o=company
                objectClass: organizationalUnit
                ou: Tokelau

                dn: ou=postfix,ou=System,o=company
                objectClass: organizationalUnit
                ou: postfix

                dn: dc=nu,ou=postfix,ou=System,o=company
                objectClass: dNSDomain
                objectClass: domainRelatedObject
                dc: nu
                associatedDomain: anotherdomain.nu
                """);
    }

    /** All entries with their user attributes, parents first, values sorted. */
    public List<Entry> entries() throws LDAPException {
        try (LDAPConnection connection = connection()) {
            List<SearchResultEntry> found = connection
                    .search("o=company", SearchScope.SUB, "(objectClass=*)", "*")
                    .getSearchEntries();
            return found.stream()
                    .sorted(Comparator.comparing((SearchResultEntry entry) -> depth(entry))
                            .thenComparing(SearchResultEntry::getDN))
                    .map(entry -> Export.normalised(entry))
                    .toList();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return List.of();
            }
            throw e;
        }
    }

    /** The entries as LDIF; each password only as the word that it is there, since salts differ. */
    public String export() throws LDAPException {
        return Export.withoutPasswords(entries());
    }

    /** The entries as LDIF, password hashes included. */
    public String exportWithPasswords() throws LDAPException {
        return Export.ldif(entries());
    }

    private static int depth(Entry entry) {
        try {
            return entry.getParsedDN().getRDNs().length;
        } catch (LDAPException e) {
            throw new AssertionError(entry.getDN(), e);
        }
    }

    /** The lines in which its log tells of requests to change something, granted or not, since it was first started. */
    public List<String> writes() throws IOException {
        return Files.readAllLines(folder.resolve("slapd.log")).stream()
                .filter(line -> WRITE.matcher(line).find())
                .toList();
    }

    /** What slaptest(8) says of its configuration. */
    public Ran test() throws IOException, InterruptedException {
        Program.SLAPTEST.assumeInstalled();
        return Command.run(List.of(Program.SLAPTEST.path().toString(), "-u", "-f", configuration.toString()));
    }

    /** What else it was asked. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("slapd.log"));
    }

    /** Adds a line to the database section; {@link #restart} makes it count. */
    public void configure(String line) throws IOException {
        Files.writeString(configuration, line + "\n", StandardOpenOption.APPEND);
    }

    /** As kill -9 does. */
    public void kill() {
        Daemon running = daemon;
        if (running != null) {
            running.close();
            daemon = null;
        }
    }

    public void restart() throws IOException {
        kill();
        start();
    }

    @Override
    public void close() {
        kill();
    }

    private void start() throws IOException {
        Daemon started = Daemon.start(
                folder.resolve("slapd.log"),
                List.of(Program.SLAPD.path().toString(), "-f", configuration.toString(), "-h", url(), "-d", "stats"));
        daemon = started;
        boolean complete = false;
        try {
            Waiting.atMost(START).until(() -> answers() || !started.isAlive(), () -> "slapd does not answer: " + log());
            complete = started.isAlive();
        } finally {
            if (!complete) {
                kill();
            }
        }
        if (!complete) {
            throw new IOException("slapd does not start: " + log());
        }
    }

    private boolean answers() {
        try (LDAPConnection connection = connection()) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }
}
