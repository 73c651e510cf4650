package vmail.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import vmail.lab.Cli;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.SystemCalls;

/**
 * kill -9 at each system call with which a repair, a plan, an undo or a restore changes something, then the same command: the same disk
 * as without the kill, and undo brings back what was before. At no moment is a message gone.
 *
 * <p>Eight of the calls, spread over the run. All of them, some 40 for each test: {@code VMAIL_KILLS=200 mvn verify
 * -Dtest=KilledRepairTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class KilledRepairTest {

    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("VMAIL_KILLS", "8"));
    private static final int KILLED = 137;
    /** One in so many is looked at. */
    private static final int WRITES = 5;

    private static final String LINK = "/vmail/shared/timetravel.weekly/incoming";
    private static final String ORPHAN = "/vmail/old.hand/Maildir";
    private static final String MAILDIR = "/vmail/albert.onestone/Maildir";
    private static final String DAMAGE = "rm " + LINK + " && mkdir -m 0700 " + LINK + " " + LINK + "/cur " + LINK
            + "/new " + LINK + "/tmp && echo one > " + LINK + "/new/11.one && echo two > " + LINK + "/cur/12.two:2,S"
            + " && chmod 0755 " + MAILDIR + " && rmdir " + MAILDIR + "/tmp && sed -i 's/$/\\r/' " + MAILDIR
            + "/shared-maildirs && rm -r /vmail/shared.maildirs/timetravel.weekly/.past.editions";
    private static final String ENTRY =
            "dn: " + Host.TIMETRAVEL + "\nchangetype: modify\nadd: postOfficeBox\npostOfficeBox: incoming\n";
    private static final Pattern ID = Pattern.compile("--plan ([0-9a-f]{8})");
    private static final Pattern RUN = Pattern.compile("\\d{8}-\\d{6}-repair(-\\d+)?");
    /** When it was moved, and the number that the file system gave it. */
    private static final Pattern MANIFEST = Pattern.compile("\"moved\":\"[^\"]+\"|\"inode\":\\d+");

    private Host host;
    private String before;
    private Map<String, Long> messages;

    @BeforeAll
    void open() throws IOException, InterruptedException, LDAPException, LDIFException {
        Program.STRACE.assumeInstalled();
        host = Host.open();
    }

    @AfterAll
    void close() {
        if (host != null) {
            host.close();
        }
    }

    private void damage() throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        host.mailOwner(DAMAGE);
        host.modify(ENTRY);
        before = host.state();
        messages = host.messages();
    }

    @Test
    void aRepairEndsAsIfItHadNotBeenKilled(TestReporter reporter)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        killAndContinue(reporter, "repair");
    }

    @Test
    void aPlanEndsAsIfItHadNotBeenKilled(TestReporter reporter)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        damage();
        Matcher id = ID.matcher(host.vmail("repair", "--dry-run").out());
        assertThat(id.find()).isTrue();

        killAndContinue(reporter, "repair", "--plan", id.group(1));
    }

    @Test
    void anUndoEndsAsIfItHadNotBeenKilled(TestReporter reporter)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        String run = plan();
        SystemCalls traced = SystemCalls.tracedIn(host.site());
        assertThat(traced.of(host.cli(Cli.process())).run("undo", run).code()).isZero();
        assertThat(host.state()).isEqualTo(before);
        List<SystemCalls.Call> calls = calls(traced, 10);
        int killed = 0;
        for (SystemCalls.Call call : calls) {
            String anew = plan();
            killed += call.killing(host.cli(Cli.process())).run("undo", anew).code() == KILLED ? 1 : 0;
            assertThat(host.messages().keySet()).as(call.toString()).isEqualTo(messages.keySet());

            Ran again = host.vmail("undo", anew);

            assertThat(again.code()).as(call + " " + again).isZero();
            assertThat(host.state()).as(call.toString()).isEqualTo(before);
        }
        assertKilled(reporter, calls, killed);
    }

    @Test
    void aRestoreEndsAsIfItHadNotBeenKilled(TestReporter reporter)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        String item = quarantined();
        SystemCalls traced = SystemCalls.tracedIn(host.site());
        assertThat(traced.of(host.cli(Cli.process()))
                        .run("quarantine", "--restore=" + item)
                        .code())
                .isZero();
        assertThat(host.state()).isEqualTo(before);
        List<SystemCalls.Call> calls = calls(traced, 5);
        int killed = 0;
        for (SystemCalls.Call call : calls) {
            String anew = quarantined();
            Cli killing = call.killing(host.cli(Cli.process()));
            killed += killing.run("quarantine", "--restore=" + anew).code() == KILLED ? 1 : 0;
            assertThat(host.messages()).as(call.toString()).isEqualTo(messages);

            Ran again = host.vmail("quarantine", "--restore=" + anew);

            assertThat(again.code()).as(call + " " + again).isZero();
            assertThat(host.state()).as(call.toString()).isEqualTo(before);
        }
        assertKilled(reporter, calls, killed);
    }

    /** Moves an orphan out of the way. */
    private String quarantined() throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        host.mailOwner("mkdir -p " + ORPHAN + "/cur " + ORPHAN + "/new " + ORPHAN + "/tmp && echo old > " + ORPHAN
                + "/new/11.old");
        before = host.state();
        messages = host.messages();
        Matcher id = ID.matcher(host.vmail("repair", "--dry-run").out());
        assertThat(id.find()).isTrue();
        host.vmail("repair", "--plan", id.group(1));
        assertThat(host.state()).isNotEqualTo(before);
        // which was empty then, and taken away
        host.mailOwner("mkdir -p /vmail/old.hand");
        return host.run("repair") + "/1";
    }

    /** Damages and repairs by a plan. */
    private String plan() throws IOException, InterruptedException, LDAPException, LDIFException {
        damage();
        Matcher id = ID.matcher(host.vmail("repair", "--dry-run").out());
        assertThat(id.find()).isTrue();
        host.vmail("repair", "--plan", id.group(1));
        return host.run("repair");
    }

    private void killAndContinue(TestReporter reporter, String... command)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        damage();
        SystemCalls traced = SystemCalls.tracedIn(host.site());
        Ran whole = traced.of(host.cli(Cli.process())).run(command);
        String after = plain(host.state());
        assertThat(after).as(whole.toString()).isNotEqualTo(plain(before));
        List<SystemCalls.Call> calls = calls(traced, 10);
        int killed = 0;
        for (SystemCalls.Call call : calls) {
            damage();
            killed += call.killing(host.cli(Cli.process())).run(command).code() == KILLED ? 1 : 0;
            assertThat(host.messages().keySet()).as(call.toString()).isEqualTo(messages.keySet());

            Ran again = host.vmail(command);

            assertThat(again.code()).as(call + " " + again).isEqualTo(whole.code());
            assertThat(plain(host.state())).as(call + " " + again).isEqualTo(after);
            assertThat(host.messages()).as(call.toString()).isEqualTo(messages);

            Ran undone = host.vmail("undo", host.run("repair"));

            assertThat(undone.code()).as(call + " " + undone).isZero();
            assertThat(host.state()).as(call + " " + again + " " + undone).isEqualTo(before);
        }
        assertKilled(reporter, calls, killed);
    }

    /** All that change the mail base, and some that write the journal, of which there are two for each change. */
    private List<SystemCalls.Call> calls(SystemCalls traced, int least) throws IOException {
        List<SystemCalls.Call> calls = new ArrayList<>(traced.calls(host.base()));
        try (Stream<Path> runs = Files.list(host.site().workspace().resolve("runs"))) {
            for (Path run : runs.toList()) {
                List<SystemCalls.Call> writes = traced.calls(run.resolve("journal.jsonl"));
                for (int i = 0; i < writes.size(); i += WRITES) {
                    calls.add(writes.get(i));
                }
            }
        }
        List<SystemCalls.Call> different = calls.stream().distinct().toList();
        assertThat(different).hasSizeGreaterThan(least);
        return spread(different);
    }

    /** The first, the last, and some between. */
    private static List<SystemCalls.Call> spread(List<SystemCalls.Call> calls) {
        return IntStream.range(0, Math.min(KILLS, calls.size()))
                .map(i -> calls.size() <= KILLS ? i : i * (calls.size() - 1) / (KILLS - 1))
                .mapToObj(calls::get)
                .toList();
    }

    private static void assertKilled(TestReporter reporter, List<SystemCalls.Call> calls, int killed) {
        reporter.publishEntry("killed", killed + " times at " + calls);
        assertThat(killed).isEqualTo(calls.size());
    }

    private static String plain(String state) {
        return MANIFEST.matcher(RUN.matcher(state).replaceAll("RUN")).replaceAll("");
    }
}
