package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyDNRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.SystemCalls;
import vmail.lab.Tree;

/** An audit changes neither disk nor directory, and needs no right to. */
class AuditWritesNothingTest {

    private final Site site = open();

    private static Site open() {
        try {
            return Site.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void makeABrokenSystem() throws IOException, InterruptedException {
        Ran made = Cli.asMailOwner().run("faults", "all", "--into=" + kit());

        assertThat(made.code()).as(made.err()).isZero();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Path kit() {
        return site.folder().resolve("work/kit");
    }

    private Path base() {
        return kit().resolve("vmail");
    }

    @Test
    void makesNoSystemCallThatChangesTheMailBase() throws IOException, InterruptedException {
        SystemCalls calls = SystemCalls.tracedIn(site);
        List<String> before = Tree.of(base());

        Ran audit = audit(calls.of(Cli.asMailOwner()));

        assertThat(audit.code()).isEqualTo(1);
        assertThat(calls.changing(base())).isEmpty();
        assertThat(Tree.of(base())).isEqualTo(before);
        // what watches sees a command that does write
        calls.of(Cli.asMailOwner()).run("make-stores", "--settings=" + settings());
        assertThat(calls.changing(base())).isNotEmpty();
    }

    @Test
    void findsTheSameOnAReadOnlyMount() throws IOException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "only root mounts");
        List<String> before = Json.of(audit(Cli.asMailOwner()).out()).each("findings", "message");
        mount("--bind", base().toString(), base().toString());
        Ran audit;
        try {
            mount("-o", "remount,bind,ro", base().toString());
            assertThat(code("touch", base().resolve("probe").toString())).isNotZero();

            audit = audit(Cli.asMailOwner());
        } finally {
            assertThat(code("umount", base().toString())).isZero();
        }

        assertThat(audit.code()).isEqualTo(1);
        assertThat(Json.of(audit.out()).each("findings", "message")).isEqualTo(before);
    }

    private static void mount(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        assertThat(code(command.toArray(String[]::new))).isZero();
    }

    private static int code(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void asksTheDirectoryAndWritesNothing() throws IOException, InterruptedException, LDAPException {
        Writes writes = new Writes();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=company");
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        config.addInMemoryOperationInterceptor(writes);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.importFromLDIF(true, new LDIFReader(Files.newInputStream(kit().resolve("workspace/directory.ldif"))));
        server.startListening();
        try {
            Ran audit = audit(Cli.here().with("--ldap-url=ldap://localhost:" + server.getListenPort()));

            assertThat(audit.code()).as(audit.err()).isEqualTo(1);
            assertThat(writes.searches.get()).isPositive();
            assertThat(writes.writes.get()).isZero();
        } finally {
            server.shutDown(true);
        }
    }

    private String settings() {
        return kit().resolve("vmail.properties").toString();
    }

    private Ran audit(Cli cli) throws IOException, InterruptedException {
        return cli.run("audit", "--settings=" + settings(), "--format=json", "--look-twice=0");
    }

    private static final class Writes extends InMemoryOperationInterceptor {

        private final AtomicInteger searches = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            searches.incrementAndGet();
        }

        @Override
        public void processAddRequest(InMemoryInterceptedAddRequest request) {
            writes.incrementAndGet();
        }

        @Override
        public void processDeleteRequest(InMemoryInterceptedDeleteRequest request) {
            writes.incrementAndGet();
        }

        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest request) {
            writes.incrementAndGet();
        }

        @Override
        public void processModifyDNRequest(InMemoryInterceptedModifyDNRequest request) {
            writes.incrementAndGet();
        }
    }
}
