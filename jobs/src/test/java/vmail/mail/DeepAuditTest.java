package vmail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import vmail.lab.Cli;
import vmail.lab.Imap;
import vmail.lab.Json;
import vmail.lab.MailSystem;
import vmail.lab.Ran;
import vmail.lab.Shell;

/** {@code vmail audit --deep} beside the real Postfix and Courier, idle and at work: what they leave and do is normal. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // before all tests
class DeepAuditTest {

    private static final String SHARED = "shared.Timetravel_weekly.incoming";
    private static final int AUDITS = 4;

    private MailSystem system;

    @BeforeAll
    void startServers() throws IOException, InterruptedException, LDAPException {
        system = MailSystem.start();
        assertThat(system.importHowto().code()).isZero();
    }

    @AfterAll
    void stopServers() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void saysNothingOfWhatTheServersLeave() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            system.deliver("albert.onestone@anotherdomain.nu");
            system.deliver("timetravel@anotherdomain.nu");
        }
        system.deliver("seven.of.nine@anotherdomain.nu");
        try (Imap albert = system.login("onestonea", "onesecret")) {
            work(albert);
        }
        system.deliver("albert.onestone@anotherdomain.nu");

        clean(audit(Cli.asMailOwner()));
    }

    private static void work(Imap imap) throws IOException {
        for (String command : List.of(
                "SELECT INBOX",
                "STORE 1 +FLAGS (\\Seen \\Answered Label1)",
                "CREATE INBOX.Sent",
                "CREATE INBOX.Sent.2024",
                "COPY 1 INBOX.Sent",
                "COPY 1:3 INBOX.Sent.2024",
                "STORE 2 +FLAGS (\\Deleted)",
                "EXPUNGE",
                "SUBSCRIBE INBOX.Sent",
                "SUBSCRIBE " + SHARED,
                "COPY 1 " + SHARED,
                "SELECT " + SHARED,
                "STORE 1 +FLAGS (\\Seen \\Flagged)",
                "COPY 1 INBOX.Sent",
                "STORE 2 +FLAGS (\\Deleted)",
                "EXPUNGE",
                "RENAME INBOX.Sent.2024 INBOX.Old")) {
            Imap.Reply reply = imap.say(command);

            assertThat(reply.isOk()).as(command + ": " + reply.end()).isTrue();
        }
    }

    @Test
    @Order(2)
    void saysNothingWhileTheyAreAtWork() throws IOException, InterruptedException, ExecutionException {
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService traffic = Executors.newFixedThreadPool(2);
        List<Future<?>> work = new ArrayList<>();
        try {
            work.add(traffic.submit(() -> {
                while (!enough.get()) {
                    system.deliver("seven.of.nine@anotherdomain.nu");
                    system.deliver("timetravel@anotherdomain.nu");
                }
                return null;
            }));
            work.add(traffic.submit(() -> {
                while (!enough.get()) {
                    readAll();
                }
                return null;
            }));

            for (int i = 0; i < AUDITS; i++) {
                clean(audit(Cli.asMailOwner()));
            }
        } finally {
            enough.set(true);
            traffic.shutdown();
        }
        for (Future<?> each : work) {
            each.get();
        }
    }

    /** Flags and moves all there is, in both folders that mail comes into. */
    private void readAll() throws IOException {
        try (Imap seven = system.login("nines", "sevensecret")) {
            for (String folder : List.of("INBOX", SHARED)) {
                seven.select(folder);
                seven.say("STORE 1:* +FLAGS (\\Seen)");
                seven.say("STORE 1:* -FLAGS (\\Seen)");
                seven.say("COPY 1:* INBOX.Done");
                seven.say("CREATE INBOX.Done");
                seven.say("STORE 1:2 +FLAGS (\\Deleted)");
                seven.say("EXPUNGE");
            }
            seven.say("DELETE INBOX.Done");
        }
    }

    @Test
    @Order(3)
    void countsAHundredThousandMessagesInLittleMemory() throws IOException, InterruptedException {
        Path archive = system.site().mailBase().resolve("seven.of.nine/Maildir/.Archive");
        Shell.asMailOwner(
                "maildirmake \"$1\" && : > \"$1\"/maildirfolder && cd \"$1\"/cur"
                        + " && seq -f '17%08.0f.M1P1.vm:2,S' 100000"
                        + " | xargs -n 1000 sh -c 'for each; do echo hi > \"$each\"; done' sh",
                archive.toString());

        Ran audit = audit(Cli.asMailOwner().java("-Xmx64m"));

        assertThat(audit.err()).isEmpty();
        assertThat(Json.of(audit.out()).each("findings", "message")).containsExactly(archive + " has 100,000 messages");
        assertThat(audit.code()).isZero();
    }

    private Ran audit(Cli cli) throws IOException, InterruptedException {
        return system.reading(cli).run("audit", "--deep", "--max-ops=0", "--format=json");
    }

    private static void clean(Ran audit) throws IOException {
        assertThat(audit.err()).isEmpty();
        assertThat(Json.of(audit.out()).list("findings")).isEmpty();
        assertThat(audit.code()).isZero();
    }
}
