package vmail.crash;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.Tree;

/** A mail host with a slapd that has the system leaf, and accounts in a file; vmail runs there as the mail owner. */
final class MailHost implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOUNT_BASE = "ou=Tokelau,o=company";

    private final Site site;
    private final Slapd slapd;
    private final Path source;

    private MailHost(Site site, Slapd slapd, Path source) {
        this.site = site;
        this.slapd = slapd;
        this.source = source;
    }

    static MailHost withAccounts(long seed, int number) throws IOException, LDAPException, LDIFException {
        vmail.lab.Program.SLAPD.assumeInstalled();
        Site site = Site.open();
        Slapd slapd = Slapd.start(site.slapd());
        slapd.loadSystem();
        return new MailHost(site, slapd, site.file("accounts.csv", Accounts.csv(seed, number)));
    }

    Site site() {
        return site;
    }

    Slapd slapd() {
        return slapd;
    }

    Path mailBase() {
        return site.mailBase();
    }

    Path source() {
        return source;
    }

    Cli cli() {
        return Cli.asMailOwner().with(site.writing(slapd));
    }

    /** The same with other values of options: {@code --workspace=/elsewhere}. */
    Cli cliWith(String... others) {
        Map<String, String> options = new LinkedHashMap<>();
        Stream.concat(Stream.of(site.writing(slapd)), Stream.of(others))
                .forEach(option -> options.put(option.substring(0, option.indexOf('=')), option));
        return Cli.asMailOwner().with(options.values().toArray(String[]::new));
    }

    /** What a user types, and types again. */
    String[] importing(String... more) {
        return Stream.concat(Stream.of("import", source.toString()), Stream.of(more))
                .toArray(String[]::new);
    }

    Ran runImport(String... more) throws IOException, InterruptedException {
        return cli().run(importing(more));
    }

    Process startImport(String... more) throws IOException {
        return start(cli(), importing(more));
    }

    /** What it says goes to {@link #said}. */
    Process start(Cli cli, String... arguments) throws IOException {
        return cli.builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start();
    }

    Path said() {
        return site.folder().resolve("said");
    }

    String saidText() throws IOException {
        return Files.readString(said());
    }

    /** Returns as soon as the import has made a store. */
    void awaitFirstStore(Process process) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (isEmpty(mailBase())) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("the import makes no store: " + saidText());
            }
            Thread.sleep(5);
        }
    }

    void killWhileItWrites(Process process) throws IOException, InterruptedException {
        awaitFirstStore(process);
        process.destroyForcibly().waitFor();
    }

    /** Kills an import that continues: after it has said so, before it can have checked all records. */
    void killWhileItChecks(Process process) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!saidText().contains("continuing run")) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("the import does not continue: " + saidText());
            }
            Thread.sleep(1);
        }
        Path tables = site.workspace().resolve("vmail.mv.db");
        long size = Files.size(tables);
        while (process.isAlive() && Files.size(tables) == size && Instant.now().isBefore(end)) {
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.allMatch(path -> path.getFileName().toString().startsWith("."));
        }
    }

    /** Directory and disk as text. */
    String state() throws IOException, LDAPException {
        StringBuilder text = new StringBuilder();
        for (Entry entry : slapd.entries()) {
            text.append(String.join("\n", entry.toLDIF())).append("\n\n");
        }
        Tree.of(mailBase()).forEach(line -> text.append(line).append('\n'));
        Tree.contents(mailBase())
                .forEach((file, content) ->
                        text.append(file).append(": ").append(content).append('\n'));
        return text.toString();
    }

    /** No accounts, no mail, no runs. */
    void clear() throws IOException, LDAPException, InterruptedException {
        try (LDAPConnection connection = slapd.connection()) {
            for (Entry entry : slapd.entries()) {
                if (entry.getDN().endsWith("," + ACCOUNT_BASE)) {
                    connection.delete(entry.getDN());
                }
            }
        }
        deleteBelow(mailBase());
        deleteBelow(site.workspace().resolveSibling(""));
    }

    private static void deleteBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        slapd.close();
        site.close();
    }
}
