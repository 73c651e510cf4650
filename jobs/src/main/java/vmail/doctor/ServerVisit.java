package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;
import vmail.account.Option;
import vmail.account.Origin;
import vmail.account.Server;
import vmail.connection.BadCredentials;
import vmail.connection.Directory;
import vmail.connection.DirectorySettings;
import vmail.connection.DirectoryUrl;
import vmail.connection.UnsafeSettings;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.MailSchema;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;
import vmail.store.Errno;

/**
 * The way to the directory, step by step, so that each way to fail has its own name: TCP, then TLS without a password, then
 * the bind. Each step is tried once: repeated binds with a wrong password can lock an account.
 */
final class ServerVisit implements AutoCloseable {

    private final DirectorySettings directory;
    private final List<Examination> examinations = new ArrayList<>();
    private Optional<Directory> anonymous = Optional.empty();
    private Optional<Directory> bound = Optional.empty();

    private ServerVisit(DirectorySettings directory) {
        this.directory = directory;
    }

    static ServerVisit of(Settings settings) {
        DirectorySettings directory = settings.directory().orElseThrow();
        ServerVisit visit = new ServerVisit(directory);
        if (directory.url().kind() == DirectoryUrl.Kind.EMBEDDED) {
            visit.openEmbedded(settings);
        } else if (visit.connects() && visit.opensWithoutPassword(settings)) {
            visit.binds(settings);
        }
        visit.addWhatWasNotReached();
        return visit;
    }

    List<Examination> examinations() {
        return List.copyOf(examinations);
    }

    boolean isEmbedded() {
        return directory.url().kind() == DirectoryUrl.Kind.EMBEDDED;
    }

    boolean bindsWithPassword() {
        return directory.bindDn().isPresent();
    }

    Server origin() {
        return new Server(directory.url().toString());
    }

    /** As the settings bind. */
    Optional<FullLDAPInterface> bound() {
        return bound.map(Directory::connection);
    }

    /** A connection on which nobody is bound; none to the embedded directory. */
    Optional<FullLDAPInterface> anonymous() {
        return anonymous.map(Directory::connection);
    }

    /**
     * Binds as somebody else, once, and asks what there is to ask.
     *
     * @throws BadCredentials when the server refuses them
     * @throws DirectoryUnavailable when the server gives no answer, or the password would cross the network in clear text
     */
    <T> T as(String bindDn, String password, Question<T> question) throws DirectoryUnavailable {
        boolean passwordsMayTravel = bindsWithPassword() && bound.isPresent();
        if (!passwordsMayTravel
                || !(anonymous.map(Directory::connection).orElse(null) instanceof LDAPConnectionPool pool)) {
            throw new DirectoryUnavailable("vmail itself does not bind there");
        }
        try {
            LDAPConnection connection = pool.getConnection();
            try {
                connection.bind(bindDn, password);
                return question.ask(connection);
            } finally {
                pool.releaseDefunctConnection(connection);
            }
        } catch (LDAPException e) {
            LdapText answer = LdapText.of(e);
            if (answer.code().equals(ResultCode.INVALID_CREDENTIALS)
                    || answer.code().equals(ResultCode.INVALID_DN_SYNTAX)) {
                throw new BadCredentials(answer.toString());
            }
            throw new DirectoryUnavailable(answer.toString());
        }
    }

    /** What to ask on a connection. */
    interface Question<T> {
        T ask(LDAPInterface connection) throws LDAPException;
    }

    @Override
    public void close() {
        bound.ifPresent(Directory::close);
        anonymous.ifPresent(Directory::close);
    }

    private void openEmbedded(Settings settings) {
        try {
            List<DN> bases = new ArrayList<>();
            settings.accountBase().ifPresent(bases::add);
            settings.systemBase().ifPresent(bases::add);
            bound = Optional.of(Directory.open(directory, settings.workspace(), MailSchema.schema(), bases));
            add(Examination.ok(SurroundingsRule.DIRECTORY_REACHABLE, "embedded, nobody else uses it"));
        } catch (DirectoryUnavailable e) {
            add(problem(SurroundingsRule.DIRECTORY_REACHABLE, e.getMessage(), ""));
        } catch (UnsafeSettings e) {
            throw new AssertionError("the embedded directory has no password", e);
        }
    }

    private boolean connects() {
        DirectoryUrl url = directory.url();
        int limit = Math.toIntExact(directory.connectTimeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(url.host()), url.port()), limit);
            add(Examination.ok(SurroundingsRule.DIRECTORY_REACHABLE, url + " answers"));
            return true;
        } catch (UnknownHostException e) {
            add(problem(
                    SurroundingsRule.DIRECTORY_REACHABLE,
                    "there is no host " + url.host(),
                    "Correct --ldap-url, or see that the name is known: getent hosts " + url.host()));
        } catch (IOException e) {
            add(problem(
                    SurroundingsRule.DIRECTORY_REACHABLE,
                    "no connection to port %d of %s: %s".formatted(url.port(), url.host(), Errno.words(e)),
                    "Start slapd, open the port, or correct --ldap-url"));
        }
        return false;
    }

    private boolean opensWithoutPassword(Settings settings) {
        DirectorySettings asNobody = new DirectorySettings(
                directory.url(),
                Optional.empty(),
                Optional.empty(),
                directory.startTls(),
                directory.caFile(),
                directory.allowPlaintext(),
                directory.connectTimeout(),
                directory.responseTimeout());
        boolean encrypted = directory.startTls() || directory.url().kind() == DirectoryUrl.Kind.LDAPS;
        try {
            anonymous = Optional.of(Directory.open(asNobody, settings.workspace(), MailSchema.schema(), List.of()));
            add(
                    encrypted
                            ? Examination.ok(
                                    SurroundingsRule.DIRECTORY_TLS, "the certificate is for the host, and trusted")
                            : Examination.skipped(SurroundingsRule.DIRECTORY_TLS, "no TLS: " + directory.url()));
            return true;
        } catch (DirectoryUnavailable | IllegalArgumentException e) {
            SurroundingsRule rule = encrypted ? SurroundingsRule.DIRECTORY_TLS : SurroundingsRule.DIRECTORY_REACHABLE;
            examinations.removeIf(examination -> examination.rule() == rule);
            add(problem(rule, String.valueOf(e.getMessage()), ""));
        } catch (UnsafeSettings e) {
            throw new AssertionError("there is no password to protect", e);
        }
        return false;
    }

    private void binds(Settings settings) {
        String who = directory.bindDn().map(Object::toString).orElse("anonymous");
        if (directory.bindDn().isEmpty()) {
            bound = anonymous;
            add(Examination.skipped(SurroundingsRule.BIND_PASSWORD_GUARDED, "the settings bind as nobody"));
            add(Examination.skipped(SurroundingsRule.DIRECTORY_BIND, "the settings bind as nobody"));
            return;
        }
        try {
            bound = Optional.of(Directory.open(directory, settings.workspace(), MailSchema.schema(), List.of()));
            add(Examination.ok(SurroundingsRule.BIND_PASSWORD_GUARDED, "only its owner reads the file"));
            add(Examination.ok(SurroundingsRule.DIRECTORY_BIND, "the server admits " + who));
        } catch (BadCredentials e) {
            add(Examination.ok(SurroundingsRule.BIND_PASSWORD_GUARDED, "only its owner reads the file"));
            add(problem(SurroundingsRule.DIRECTORY_BIND, e.getMessage(), ""));
        } catch (UnsafeSettings | IllegalArgumentException e) {
            Finding finding = told(
                    SurroundingsRule.BIND_PASSWORD_GUARDED, new Option("--bind-password-file"), e.getMessage(), "");
            add(Examination.problem(finding, SurroundingsRule.BIND_PASSWORD_GUARDED));
        } catch (DirectoryUnavailable e) {
            add(problem(SurroundingsRule.DIRECTORY_BIND, e.getMessage(), ""));
        }
    }

    /** The steps after the one that failed. */
    private void addWhatWasNotReached() {
        for (SurroundingsRule rule : List.of(
                SurroundingsRule.DIRECTORY_REACHABLE,
                SurroundingsRule.DIRECTORY_TLS,
                SurroundingsRule.BIND_PASSWORD_GUARDED,
                SurroundingsRule.DIRECTORY_BIND)) {
            if (examinations.stream().noneMatch(examination -> examination.rule() == rule)) {
                add(
                        isEmbedded()
                                ? Examination.skipped(rule, "the directory is embedded")
                                : Examination.unknown(rule, "no connection to the directory"));
            }
        }
    }

    private void add(Examination examination) {
        examinations.add(examination);
    }

    private Examination problem(SurroundingsRule rule, @Nullable String message, String remedy) {
        return Examination.problem(told(rule, origin(), message, remedy), rule);
    }

    /** The messages of exceptions end with what to do. */
    private static Finding told(SurroundingsRule rule, Origin origin, @Nullable String message, String remedy) {
        return Sentences.finding(rule, origin, String.valueOf(message), remedy);
    }
}
