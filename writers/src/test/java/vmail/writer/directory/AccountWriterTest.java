package vmail.writer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vmail.writer.directory.Entries.TOKELAU;
import static vmail.writer.directory.Entries.albert;
import static vmail.writer.directory.Entries.entry;
import static vmail.writer.directory.Entries.seven;
import static vmail.writer.directory.Entries.with;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DirectoryUnavailable;

class AccountWriterTest {

    private static final Patience SHORT = new Patience(2, Duration.ZERO);

    @TempDir
    Path folder;

    private final Faults faults = new Faults();
    private InMemoryDirectoryServer server;
    private LDAPConnectionPool pool;
    private ChangeLog log;

    @BeforeEach
    void start() throws LDAPException, IOException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=company");
        config.setSchema(null);
        config.setGenerateOperationalAttributes(false);
        config.addInMemoryOperationInterceptor(faults);
        server = new InMemoryDirectoryServer(config);
        server.add(entry("o=company", "objectClass: organization", "o: company"));
        server.add(entry(TOKELAU, "objectClass: organizationalUnit", "ou: Tokelau"));
        // interceptors see only what comes over a connection
        server.startListening();
        pool = server.getConnectionPool(2);
        log = ChangeLog.open(folder);
    }

    @AfterEach
    void stop() throws IOException {
        log.close();
        pool.close();
        server.shutDown(true);
    }

    private AccountWriter writer(boolean update) {
        return new AccountWriter(pool, new Reversing(), log, update, SHORT);
    }

    private static Outcome outcome(ReadOnlyEntry entry, Outcome.Kind kind) {
        return new Outcome(entry.getDN(), kind, "", "");
    }

    @Test
    void addsWhatIsAbsentAndChangesWhatDiffers() throws Exception {
        server.add(with(albert(), "mail", "old@mydomain.nl"));

        List<Outcome> outcomes = writer(true).write(List.of(albert(), seven("userPassword: sevensecret")));

        assertThat(outcomes)
                .containsExactly(outcome(albert(), Outcome.Kind.CHANGED), outcome(seven(), Outcome.Kind.ADDED));
        assertThat(server.getEntry(albert().getDN())).isEqualTo(albert());
        assertThat(server.getEntry(seven().getDN())).isEqualTo(seven("userPassword: {REV}tercesneves"));
    }

    @Test
    void writesNothingTheSecondTime() throws Exception {
        List<ReadOnlyEntry> accounts = List.of(albert("userPassword: one"), seven());
        writer(true).write(accounts);
        faults.count = 0;

        List<Outcome> outcomes = writer(true).write(accounts);

        assertThat(outcomes)
                .containsExactly(outcome(albert(), Outcome.Kind.UNCHANGED), outcome(seven(), Outcome.Kind.UNCHANGED));
        assertThat(faults.count).isZero();
    }

    @Test
    void onlyReportsDifferencesWhenUpdatesAreNotWanted() throws Exception {
        server.add(with(with(albert(), "mail", "old@mydomain.nl"), "uid", "albert"));
        faults.count = 0;

        List<Outcome> outcomes = writer(false).write(List.of(albert()));

        assertThat(outcomes)
                .containsExactly(new Outcome(albert().getDN(), Outcome.Kind.DIFFERS, "differs in uid, mail", ""));
        assertThat(faults.count).isZero();
        assertThat(folder.resolve("changes.ldif")).isEmptyFile();
    }

    @Test
    void takesAnUncertainAdditionAsDoneWhenItIsThere() throws Exception {
        for (ResultCode code : List.of(
                ResultCode.SERVER_DOWN,
                ResultCode.TIMEOUT,
                ResultCode.CONNECT_ERROR,
                ResultCode.BUSY,
                ResultCode.UNAVAILABLE,
                ResultCode.OTHER)) {
            ReadOnlyEntry account = with(albert(), "description", code.getName());
            faults.afterwards.add(code);

            assertThat(writer(true).write(List.of(account)))
                    .as(code.getName())
                    .containsExactly(outcome(albert(), Outcome.Kind.ADDED));
            server.delete(albert().getDN());
        }
    }

    @Test
    void makesAnUncertainAdditionOnceMoreWhenItIsAbsent() throws Exception {
        faults.before.add(ResultCode.BUSY);

        assertThat(writer(true).write(List.of(albert()))).containsExactly(outcome(albert(), Outcome.Kind.ADDED));
        assertThat(server.getEntry(albert().getDN())).isEqualTo(albert());
    }

    @Test
    void makesAnUncertainChangeOnceMoreWhenNothingHappened() throws Exception {
        server.add(with(albert(), "mail", "old@mydomain.nl"));
        faults.before.add(ResultCode.SERVER_DOWN);

        assertThat(writer(true).write(List.of(albert()))).containsExactly(outcome(albert(), Outcome.Kind.CHANGED));
        assertThat(server.getEntry(albert().getDN())).isEqualTo(albert());
    }

    @Test
    void stopsWhenTheServerStaysBusy() {
        faults.before.addAll(List.of(ResultCode.BUSY, ResultCode.BUSY));

        assertThatThrownBy(() -> writer(true).write(List.of(albert())))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("the directory does not take changes: busy (51): injected,"
                        + " at add cn=Albert Onestone,ou=Tokelau,o=company."
                        + " See that the server runs and can be reached, then run the same command again.");
    }

    @Test
    void stopsAtAFullDatabaseWithoutTryingAgain() {
        faults.before.addAll(List.of(ResultCode.OTHER));

        assertThatThrownBy(() -> writer(true).write(List.of(albert())))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessageStartingWith("the directory does not take changes: other (80): injected, at add");
        assertThat(folder.resolve("undo.ldif")).content().endsWith("# change 1 was not made: other (80)\n\n");
    }

    @Test
    void refusesAnEntryThatSomebodyElseAddedMeanwhile() throws Exception {
        faults.meanwhile.add(with(albert(), "mail", "other@mydomain.nl"));

        assertThat(writer(true).write(List.of(albert())))
                .containsExactly(new Outcome(
                        albert().getDN(),
                        Outcome.Kind.REFUSED,
                        "somebody else wrote other values to it meanwhile",
                        "See who else writes below this base, then run the same command again"));
        assertThat(folder.resolve("undo.ldif"))
                .content()
                .endsWith("# change 1 was not made: entry already exists (68)\n\n");
    }

    @Test
    void takesAnEntryThatSomebodyElseAddedAlikeAsUnchanged() throws Exception {
        faults.meanwhile.add(albert());

        assertThat(writer(true).write(List.of(albert()))).containsExactly(outcome(albert(), Outcome.Kind.UNCHANGED));
    }

    @Test
    void addsAParentOfTheSameBatchBeforeItsChild() throws Exception {
        ReadOnlyEntry child = with(
                new ReadOnlyEntry("cn=Assistant," + albert().getDN(), albert().getAttributes()), "cn", "Assistant");

        assertThat(writer(true).write(List.of(child, albert())))
                .containsExactly(outcome(child, Outcome.Kind.ADDED), outcome(albert(), Outcome.Kind.ADDED));
    }

    @Test
    void namesTheMissingParent() throws Exception {
        server.delete(TOKELAU);

        assertThatThrownBy(() -> writer(true).write(List.of(albert(), seven())))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("ou=Tokelau,o=company is not in the directory, or hidden from this bind DN."
                        + " Check the base DN, or let it be made with --create-parents.");
    }

    @Test
    void neverShowsAPassword() throws Exception {
        for (ResultCode code :
                List.of(ResultCode.UNWILLING_TO_PERFORM, ResultCode.OTHER, ResultCode.OPERATIONS_ERROR)) {
            faults.before.add(code);

            assertThatThrownBy(() -> writer(true).write(List.of(albert("userPassword: {CLEAR}canary4711"))))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasNoCause()
                    .hasMessageNotContaining("canary");
        }
    }

    /** Fails writes, before or after they are made, with the codes it is given; each once. */
    private final class Faults extends InMemoryOperationInterceptor {

        private final Deque<ResultCode> before = new ArrayDeque<>();
        private final Deque<ResultCode> afterwards = new ArrayDeque<>();
        private final Deque<ReadOnlyEntry> meanwhile = new ArrayDeque<>();
        private int count;

        @Override
        public void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
            fail();
            List<ReadOnlyEntry> quicker = List.copyOf(meanwhile);
            meanwhile.clear();
            for (ReadOnlyEntry entry : quicker) {
                server.add(entry);
            }
        }

        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
            fail();
        }

        @Override
        public void processAddResult(InMemoryInterceptedAddResult result) {
            if (!afterwards.isEmpty()) {
                result.setResult(new LDAPResult(-1, afterwards.remove(), "injected", null, List.of(), List.of()));
            }
        }

        private void fail() throws LDAPException {
            count++;
            if (!before.isEmpty()) {
                throw new LDAPException(before.remove(), "injected");
            }
        }
    }
}
