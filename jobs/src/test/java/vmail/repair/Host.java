package vmail.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.Tree;

/** The howto's accounts in a slapd and on disk, sound, with some mail; to be damaged and repaired. */
final class Host implements AutoCloseable {

    static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";
    static final String SEVEN = "cn=Seven of Nine,ou=Tokelau,o=company";
    static final String TIMETRAVEL = "cn=Timetravel weekly,ou=Tokelau,o=company";

    private static final String BASE = "(?<![\\w.-])/vmail\\b";
    private static final String SECOND_DOMAIN = """
            dn: dc=nl,ou=postfix,ou=System,o=company
            objectClass: dNSDomain
            objectClass: domainRelatedObject
            dc: nl
            associatedDomain: mydomain.nl
            """;
    private static final String MAIL = """
            for each in albert.onestone seven.of.nine; do
                echo "mail of $each" > /vmail/$each/Maildir/new/1.$each
                echo "read mail of $each" > /vmail/$each/Maildir/cur/2.$each:2,S
            done
            echo "the weekly" > /vmail/shared.maildirs/timetravel.weekly/.incoming/new/3.weekly
            """;

    private final Site site;
    private final Slapd slapd;
    private final Path sound;

    private Host(Site site, Slapd slapd) {
        this.site = site;
        this.slapd = slapd;
        this.sound = site.folder().resolve("sound");
    }

    static Host open() throws IOException, InterruptedException, LDAPException, LDIFException {
        Site site = Site.open();
        Host host = new Host(site, Slapd.start(site.slapd()));
        host.slapd.loadSystem();
        host.slapd.load(SECOND_DOMAIN);
        host.loadPeople();
        Ran made = host.vmail("make-stores");
        if (made.code() > 1) {
            throw new AssertionError(made);
        }
        host.mailOwner(MAIL);
        host.shell(List.of(), "cp -a /vmail \"$1\"", host.sound.toString());
        return host;
    }

    private void loadPeople() throws IOException, LDAPException, LDIFException {
        slapd.load(here(Site.sample("howto/accounts.ldif").replace("active \n", "active\n")));
    }

    /** As it was after {@link #open}. */
    void reset() throws IOException, InterruptedException, LDAPException, LDIFException {
        shell(
                List.of(),
                "cd /vmail && find . -mindepth 1 -delete && cp -a \"$1/.\" . && chmod 0755 . && chown --reference=\"$1\" .",
                sound.toString());
        ldap("ldapdelete", "-r", "ou=Tokelau,o=company");
        slapd.load("dn: ou=Tokelau,o=company\nobjectClass: organizationalUnit\nou: Tokelau\n");
        loadPeople();
    }

    Site site() {
        return site;
    }

    Slapd slapd() {
        return slapd;
    }

    Path base() {
        return site.mailBase();
    }

    /** A path below {@code /vmail} where it is in this run. */
    Path at(String path) {
        return Path.of(here(path));
    }

    /** vmail in this virtual machine, bound as administrator, for the mail owner. */
    Ran vmail(String... arguments) throws IOException, InterruptedException {
        boolean audits = Set.of("audit", "repair").contains(arguments[0]);
        return cli(Cli.here())
                // nobody else works here, and no mail is old
                .with(audits ? new String[] {"--look-twice=0", "--recent-days=0"} : new String[0])
                .run(Stream.of(arguments).map(this::here).toArray(String[]::new));
    }

    /** vmail as the mail owner, with a workspace of his own and the options of a command. */
    Ran asMailOwner(String... arguments) throws IOException, InterruptedException {
        return Cli.asMailOwner()
                .with(Stream.of(site.writing(slapd))
                        .filter(option -> !option.startsWith("--workspace="))
                        .toArray(String[]::new))
                .with("--workspace=" + site.folder().resolve("work/his"))
                .run(arguments);
    }

    Cli cli(Cli cli) {
        Cli owned = cli.where() == Cli.Where.PROCESS_OF_MAIL_OWNER
                ? cli
                : cli.with(MailOwner.options().toArray(String[]::new));
        return owned.with(site.writing(slapd));
    }

    /** The findings of {@code vmail audit}. */
    List<Json> audit() throws IOException, InterruptedException {
        Ran ran = vmail("audit", "--format=json");
        if (ran.code() > 1) {
            throw new AssertionError(ran);
        }
        return Json.of(ran.out()).list("findings");
    }

    List<String> rules() throws IOException, InterruptedException {
        return audit().stream()
                .map(each -> each.text("rule"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Runs a script as root where root runs the tests. */
    void root(String script) throws IOException, InterruptedException {
        shell(List.of(), script);
    }

    void mailOwner(String script) throws IOException, InterruptedException {
        shell(
                MailOwner.isRoot()
                        ? List.of(
                                "setpriv",
                                "--reuid=" + MailOwner.uid(),
                                "--regid=" + MailOwner.uid(),
                                "--clear-groups",
                                "--")
                        : List.of(),
                script);
    }

    private void shell(List<String> before, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of("/bin/sh", "-e", "-c", "umask 022; " + here(script), "sh"));
        command.addAll(List.of(arguments));
        execute(command);
    }

    /** Changes entries as ldapmodify(1) takes it. */
    void modify(String ldif) throws IOException, InterruptedException {
        ldap("ldapmodify", "-f", site.file("changes.ldif", here(ldif)).toString());
    }

    private void ldap(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(program, "-x", "-H", slapd.url(), "-D", Slapd.ADMIN, "-w", Slapd.ADMIN_PASSWORD));
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

    /** Directory and disk as text: names, modes, owners, targets, contents, entries. */
    String state() throws IOException, LDAPException {
        StringBuilder text = new StringBuilder(slapd.exportWithPasswords());
        Tree.of(base()).forEach(line -> text.append(line).append('\n'));
        Tree.contents(base())
                .forEach((file, content) ->
                        text.append(file).append(": ").append(content).append('\n'));
        return text.toString().replace(base().toString(), "/vmail");
    }

    /** What is in files of mail, by content and how often, wherever it lies. */
    Map<String, Long> messages() throws IOException {
        return Tree.contents(base()).entrySet().stream()
                .filter(file -> file.getKey().matches(".*/(new|cur)/[^/]+"))
                .collect(java.util.stream.Collectors.groupingBy(
                        Map.Entry::getValue, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }

    /** The id of the newest run of a command. */
    String run(String command) throws IOException {
        try (Stream<Path> runs = Files.list(site.workspace().resolve("runs"))) {
            Optional<String> last = runs.map(run -> run.getFileName().toString())
                    .filter(name -> name.matches("\\d+-\\d+-" + command + "(-\\d+)?"))
                    .max(java.util.Comparator.comparing(Host::counted));
            return last.orElseThrow(() -> new AssertionError("no run of " + command));
        }
    }

    /** Runs of one second have a number. */
    private static String counted(String id) {
        return id.replaceFirst("-(\\w+?)(?:-(\\d+))?$", "-$1-000$2").replaceFirst("0*(\\d{3})$", "$1");
    }

    private String here(String text) {
        return text.replaceAll(BASE, base().toString());
    }

    @Override
    public void close() {
        slapd.close();
        site.close();
    }
}
