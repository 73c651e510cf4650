package vmail.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The howto's whole mail system for one test: slapd, Postfix and Courier on free loopback ports, all their files in one folder,
 * configured by {@code vmail render}.
 */
public final class MailSystem implements AutoCloseable {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    private final Site site;
    private final Slapd slapd;
    private final Postfix postfix;
    private final Courier courier;
    private final Deque<Runnable> stops;

    private MailSystem(Site site, Slapd slapd, Postfix postfix, Courier courier, Deque<Runnable> stops) {
        this.site = site;
        this.slapd = slapd;
        this.postfix = postfix;
        this.courier = courier;
        this.stops = stops;
    }

    /**
     * Starts all three with nothing in the directory and no mail folder on the disk; the test is skipped where that is not possible.
     *
     * @param renderOptions of {@code vmail render}, {@code --share-mail} for example
     */
    public static MailSystem start(String... renderOptions) throws IOException, InterruptedException {
        Deque<Runnable> stops = new ArrayDeque<>();
        boolean complete = false;
        try {
            Site site = Site.open();
            stops.push(site::close);
            Configuration rendered = Configuration.render(site, renderOptions);
            Slapd slapd = Slapd.start(rendered);
            stops.push(slapd::close);
            Postfix postfix = Postfix.start(site.folder().resolve("postfix"), rendered);
            stops.push(postfix::close);
            Courier courier = Courier.start(site.folder().resolve("courier"), rendered);
            stops.push(courier::close);
            complete = true;
            return new MailSystem(site, slapd, postfix, courier, stops);
        } finally {
            if (!complete) {
                stops.forEach(Runnable::run);
            }
        }
    }

    public Site site() {
        return site;
    }

    public Slapd slapd() {
        return slapd;
    }

    public Postfix postfix() {
        return postfix;
    }

    public Courier courier() {
        return courier;
    }

    /** The same command line, told where everything is, bound as administrator. */
    public Cli writing(Cli cli) {
        return owned(cli).with(site.writing(slapd));
    }

    /** The same command line, told where everything is, bound as ou=System. */
    public Cli reading(Cli cli) {
        return owned(cli).with(site.reading(slapd));
    }

    private static Cli owned(Cli cli) {
        return cli.where() == Cli.Where.PROCESS_OF_MAIL_OWNER
                ? cli
                : cli.with(MailOwner.options().toArray(String[]::new));
    }

    /** Puts o=company and ou=System with its password into the empty directory: nobody but the administrator knows that one. */
    public void giveSystemAPassword() throws LDAPException {
        try (LDAPConnection connection = slapd.connection()) {
            connection.add("o=company", new Attribute("objectClass", "organization"));
            connection.add(
                    Slapd.SYSTEM,
                    new Attribute("objectClass", "organizationalUnit"),
                    new Attribute("userPassword", Slapd.SYSTEM_PASSWORD));
        }
    }

    /** The howto's domains and accounts, imported into the empty directory by the mail owner. */
    public Ran importHowto() throws IOException, InterruptedException, LDAPException {
        giveSystemAPassword();
        return writing(Cli.asMailOwner())
                .run(
                        "import",
                        "--create-parents",
                        domains().toString(),
                        accounts().toString());
    }

    /** The howto's domains as a source. */
    public Path domains() throws IOException {
        return site.file("domains.ldif", Site.sample("howto/domains.ldif"));
    }

    /** The howto's accounts as a source, with this site's mail base. */
    public Path accounts() throws IOException {
        return site.file("accounts.ldif", Site.sample("howto/accounts.ldif").replace("/vmail/", site.mailBase() + "/"));
    }

    /** Sends a message and waits until Postfix has tried to deliver it once. */
    public Message deliver(String recipient) throws IOException {
        Message message = postfix.send(recipient);
        postfix.outcomes(message);
        return message;
    }

    /** The folders below the mail base in which a message lies, relative, links not followed: each copy counts. */
    public List<String> copiesOf(Message message) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(site.mailBase())) {
            for (Path path : paths.sorted().toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && Files.readString(path, ISO_8859_1).contains(message.token())) {
                    found.add(site.mailBase().relativize(path.getParent()).toString());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    /** The files of the messages in a maildir, new or read, in the order of their names. */
    public List<Path> messagesIn(Path maildir) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String each : List.of("new", "cur")) {
            try (Stream<Path> files = Files.list(maildir.resolve(each))) {
                files.sorted().forEach(found::add);
            } catch (NoSuchFileException e) {
                // a folder without it has no messages there
            }
        }
        return found;
    }

    /** The first message that comes into a maildir, from whoever. */
    public Path awaitMessageIn(Path maildir) throws IOException {
        Waiting.atMost(ARRIVAL)
                .until(() -> !messagesIn(maildir).isEmpty(), () -> "no mail in " + maildir + ":\n" + postfix.log());
        return messagesIn(maildir).get(0);
    }

    /** A session of somebody who can log in. */
    public Imap login(String uid, String password) throws IOException {
        Imap imap = courier.connect();
        Imap.Reply reply = imap.login(uid, password);
        if (!reply.isOk()) {
            imap.close();
            throw new AssertionError(uid + " can not log in: " + reply.end() + "\n" + courier.log());
        }
        return imap;
    }

    /**
     * What somebody is told who can not log in.
     *
     * <p>Courier takes five seconds to say so.
     */
    public String refusal(String uid, String password) throws IOException {
        try (Imap imap = courier.connect()) {
            Imap.Reply reply = imap.login(uid, password);
            if (reply.isOk()) {
                throw new AssertionError(uid + " can log in");
            }
            return reply.end();
        }
    }

    /** Stops everything and deletes the folder. */
    @Override
    public void close() {
        stops.forEach(Runnable::run);
    }
}
