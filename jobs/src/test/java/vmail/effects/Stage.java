package vmail.effects;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmail.account.MailBase;
import vmail.check.DirectoryAudit;
import vmail.check.Progress;
import vmail.lab.Cli;
import vmail.lab.Imap;
import vmail.lab.Json;
import vmail.lab.MailOwner;
import vmail.lab.MailSystem;
import vmail.lab.Message;
import vmail.lab.Outcome;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.Shell;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.report.audit.AuditVerdict;
import vmail.rule.Finding;
import vmail.rule.Severity;
import vmail.settings.AuditOptions;
import vmail.settings.AuditScope;
import vmail.settings.Settings;
import vmail.store.Owner;

/** The howto's mail system, running: put into its sound state before each row, changed, looked at. */
final class Stage implements AutoCloseable {

    private static final Pattern QUEUE_FILE = Pattern.compile("(?<=/(?:tmp|new)/)\\d+\\.[^ :]+");
    private static final Pattern LONG_NAME = Pattern.compile("(aaa)a{200,}");
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final AuditOptions AT_ONCE =
            new AuditOptions(AuditScope.ALL, Duration.ZERO, AuditOptions.RECENT, Optional.empty(), Clock.systemUTC());

    private final MailSystem system;
    private final Path sound;

    private Stage(MailSystem system) {
        this.system = system;
        this.sound = system.site().folder().resolve("sound");
    }

    static Stage open() throws IOException, InterruptedException, LDAPException, LDIFException {
        Stage stage = new Stage(MailSystem.start());
        stage.system.slapd().loadSystem();
        stage.loadPeople();
        stage.makeStores();
        stage.root("cp -a /vmail \"$1\"", stage.sound.toString());
        return stage;
    }

    private void loadPeople() throws IOException, LDAPException, LDIFException {
        system.slapd().load(here(Site.sample("howto/accounts.ldif").replace("active \n", "active\n")));
    }

    /** The howto's accounts and their stores, no mail anywhere. */
    void reset() throws IOException, InterruptedException, LDAPException, LDIFException {
        run(system.postfix().run(Program.POSTSUPER, "-d", "ALL"));
        root(
                "cd /vmail && find . -mindepth 1 -delete && cp -a \"$1/.\" . && chown --reference=\"$1\" .",
                sound.toString());
        ldap("ldapdelete", "-r", "ou=Tokelau,o=company");
        system.slapd().load("dn: ou=Tokelau,o=company\nobjectClass: organizationalUnit\nou: Tokelau\n");
        loadPeople();
    }

    /** Makes the state of a row out of the sound one. */
    void bring(Row row) throws IOException, InterruptedException {
        if (!row.script().isEmpty()) {
            root(row.script());
        }
        if (!row.changes().isEmpty()) {
            modify(row.changes());
        }
    }

    /** Changes the directory as the pages of the rules say it. */
    void modify(String ldif) throws IOException, InterruptedException {
        Path file = system.site().file("changes.ldif", here(ldif));
        ldap("ldapmodify", "-f", file.toString());
    }

    private void ldap(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(program, "-x", "-H", system.slapd().url(), "-D", Slapd.ADMIN, "-w", Slapd.ADMIN_PASSWORD));
        command.addAll(List.of(arguments));
        execute(command);
    }

    /** Runs a script as root. */
    void root(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-e", "-c", here(script), "sh"));
        command.addAll(List.of(arguments));
        execute(command);
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + output);
        }
    }

    void mailOwner(String script) throws IOException, InterruptedException {
        Shell.asMailOwner(here(script));
    }

    void makeStores() throws IOException, InterruptedException {
        Ran made = system.writing(Cli.here()).run("make-stores");
        if (made.code() > 1) {
            throw new AssertionError(made);
        }
    }

    /** {@code vmail repair}, while nobody else works here. */
    Ran repair(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("repair"));
        Stream.of(arguments).map(this::here).forEach(command::add);
        command.addAll(List.of("--look-twice=0", "--recent-days=0", "--new-baseline"));
        return run(system.writing(Cli.here()).run(command.toArray(String[]::new)));
    }

    /** The findings of {@code vmail audit}; each row is another mail system. */
    List<Json> audit() throws IOException, InterruptedException {
        return Json.of(run(system.reading(Cli.here()).run("audit", "--format=json", "--look-twice=0", "--new-baseline"))
                        .out())
                .list("findings");
    }

    /** The same, without the run's database and reports: for the steps of a cure. */
    List<Finding> findings() throws LDAPException {
        MailBase base = MailBase.of(system.site().mailBase().toString());
        Settings settings = new Settings(
                Optional.empty(),
                Optional.of(new DN("ou=Tokelau,o=company")),
                Optional.of(new DN("ou=postfix,ou=System,o=company")),
                base,
                Optional.of(new Owner(MailOwner.uid(), MailOwner.uid())),
                system.site().workspace(),
                Map.of(),
                Severity.NOTE,
                false);
        List<Finding> findings = new ArrayList<>();
        try (LDAPConnection directory = system.slapd().connection(Slapd.SYSTEM, Slapd.SYSTEM_PASSWORD)) {
            AuditVerdict verdict =
                    new DirectoryAudit(settings, AT_ONCE, directory, findings::add, new NoProgress()).run();
            if (findings.isEmpty() && verdict.kind() != AuditVerdict.Kind.CLEAN) {
                throw new AssertionError(verdict);
            }
        }
        return findings;
    }

    private static final class NoProgress implements Progress {

        @Override
        public void phase(String name, long total) {
            // nobody looks
        }

        @Override
        public void step() {
            // nobody looks
        }
    }

    private static Ran run(Ran ran) {
        if (ran.code() > 1 && ran.code() != 4) {
            throw new AssertionError(ran);
        }
        return ran;
    }

    /** Sends a message and looks who sees it. */
    Observed mail(String address) throws IOException {
        Message message = system.postfix().send(address);
        return look(message, system.postfix().outcomes(message));
    }

    /** What those are told who can not log in. */
    Map<Person, String> refused() {
        Map<Person, String> refused = new EnumMap<>(Person.class);
        sights("none").forEach((person, sight) -> {
            if (!sight.refusal().isEmpty()) {
                refused.put(person, sight.refusal());
            }
        });
        return refused;
    }

    /** Keeps Postfix from trying again in the middle of a cure. */
    void hold(Observed waiting) throws IOException, InterruptedException {
        run(system.postfix()
                .run(Program.POSTSUPER, "-h", waiting.message().queueId().orElseThrow()));
    }

    /** The same message once it need not wait any more. */
    Observed flushed(Observed before) throws IOException, InterruptedException {
        run(system.postfix()
                .run(Program.POSTSUPER, "-H", before.message().queueId().orElseThrow()));
        return look(before.message(), system.postfix().flush(before.message()));
    }

    Observed again(Observed before) throws IOException {
        return look(before.message(), before.outcomes());
    }

    private Observed look(Message message, List<Outcome> outcomes) throws IOException {
        List<Outcome> plain = outcomes.stream()
                .map(each -> new Outcome(each.recipient(), each.status(), each.dsn(), plain(each.text())))
                .toList();
        Map<Person, List<String>> seen = new EnumMap<>(Person.class);
        Map<Person, String> refused = new EnumMap<>(Person.class);
        sights(message.token()).forEach((person, sight) -> {
            if (sight.refusal().isEmpty()) {
                seen.put(person, sight.folders());
            } else {
                refused.put(person, sight.refusal());
            }
        });
        Message said = new Message(message.recipient(), message.token(), plain(message.answer()), message.queueId());
        List<String> copies = system.copiesOf(message).stream().map(this::plain).toList();
        return new Observed(said, plain, copies, seen, refused);
    }

    /** What one person sees of a message, or what Courier says instead. */
    private record Sight(List<String> folders, String refusal) {}

    /** All at once: Courier takes five seconds to refuse a password. */
    private Map<Person, Sight> sights(String token) {
        Map<Person, CompletableFuture<Sight>> looking = new EnumMap<>(Person.class);
        for (Person person : Person.values()) {
            looking.put(person, CompletableFuture.supplyAsync(() -> sight(person, token)));
        }
        Map<Person, Sight> sights = new EnumMap<>(Person.class);
        looking.forEach((person, sight) -> sights.put(person, sight.join()));
        return sights;
    }

    private Sight sight(Person person, String token) {
        try (Imap imap = system.courier().connect()) {
            Imap.Reply login = imap.login(person.uid(), person.password());
            return login.isOk() ? new Sight(sights(imap, token), "") : new Sight(List.of(), plain(login.end()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sights(Imap imap, String token) throws IOException {
        List<String> folders = new ArrayList<>();
        List<String> listed = imap.list();
        // a folder that was opened once may be there without being listed
        List<String> all = listed.contains(Reader.SHARED)
                ? listed
                : Stream.concat(listed.stream(), Stream.of(Reader.SHARED)).toList();
        for (String folder : all) {
            Imap.Reply opened = imap.say("EXAMINE \"" + folder + "\"");
            int count = opened.lines().stream()
                    .map(EXISTS::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(exists -> Integer.parseInt(exists.group(1)))
                    .findFirst()
                    .orElse(0);
            for (int i = 1; i <= count; i++) {
                Imap.Reply message = imap.say("FETCH " + i + " (BODY.PEEK[])");
                if (message.isOk() && String.join("\n", message.lines()).contains(token)) {
                    folders.add(folder);
                }
            }
        }
        return folders;
    }

    /** The mail base of this run in place of /vmail. */
    private String here(String text) {
        String base = system.site().mailBase().toString();
        return text.replace("~vmail", base.substring(1)).replaceAll("(?<![\\w.-])/vmail\\b", base);
    }

    /** The same text in every run. */
    private String plain(String text) {
        String base = system.site().mailBase().toString();
        String plain = text.replace(base, "/vmail").replace(base.substring(1), "vmail");
        return SPACE.matcher(QUEUE_FILE
                        .matcher(LONG_NAME.matcher(plain).replaceAll("$1..."))
                        .replaceAll("..."))
                .replaceAll(" ")
                .replace("|", "\\|");
    }

    @Override
    public void close() {
        system.close();
    }
}
