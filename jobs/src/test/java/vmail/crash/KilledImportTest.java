package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import vmail.lab.Cli;
import vmail.lab.Ran;

/**
 * kill -9 at random moments of an import, then the same command: the same directory and the same disk as
 * without the kill, and at no moment a visible account whose store is missing.
 *
 * <p>16 kills from a fixed seed, several to one import, the last of a chain followed by a run to its end. Longer and with other
 * moments: {@code VMAIL_KILLS=200 VMAIL_ACCOUNTS=2000 VMAIL_SEED=7 mvn verify -Dtest=KilledImportTest
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KilledImportTest {

    private static final int ACCOUNTS = number("VMAIL_ACCOUNTS", 600);
    private static final int KILLS = number("VMAIL_KILLS", 16);
    private static final long SEED = number("VMAIL_SEED", 2003);
    /** Kills in a row before the import may come to its end. */
    private static final int CHAIN = 8;
    /** Nothing happens before the virtual machine has started. */
    private static final double FIRST = 0.2;
    /** id, date, time, command, state. */
    private static final Pattern STATE = Pattern.compile("(?m)^\\S+ +\\S+ +\\S+ +import +(\\w+) ");

    @Test
    void continuesToTheSameDirectoryAndDisk(TestReporter reporter)
            throws IOException, LDAPException, LDIFException, InterruptedException {
        try (MailHost host = MailHost.withAccounts(SEED, ACCOUNTS)) {
            // the first start makes what the others share, and would be a wrong measure
            Cli.asMailOwner().run("--version");
            long whole = millisOfImport(host);
            String expected = host.state();
            long again = millisOfImport(host);
            assertThat(host.state()).isEqualTo(expected);

            int kills = 0;
            for (int episode = 0; kills < KILLS; episode++) {
                host.clear();
                List<Long> moments =
                        kill(host, new Random(SEED + episode), whole, again, Math.min(CHAIN, KILLS - kills));
                kills += moments.size();
                String what = "seed %d, killed after %s ms".formatted(SEED + episode, moments);
                reporter.publishEntry("episode " + episode, what);

                Ran last = host.runImport();
                assertThat(last.code()).as("%s: %s", what, last).isZero();
                assertThat(host.state()).as(what).isEqualTo(expected);
                assertRuns(host, moments.size(), what);
            }
        }
    }

    private static long millisOfImport(MailHost host) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Ran ran = host.runImport();
        assertThat(ran.code()).as("%s", ran).isZero();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /**
     * Until the chain is long enough or a run was faster than its killer.
     *
     * @param whole milliseconds of an import that has all to do
     * @param again milliseconds of one that has nothing to do
     */
    private static List<Long> kill(MailHost host, Random random, long whole, long again, int chain)
            throws IOException, LDAPException, InterruptedException {
        List<Long> moments = new ArrayList<>();
        while (moments.size() < chain) {
            long longest = moments.isEmpty() ? whole : again;
            long after = (long) (longest * (FIRST + (1 - FIRST) * random.nextDouble()));
            Process process = host.startImport();
            if (process.waitFor(after, TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue())
                        .as("killed after %s ms", moments)
                        .isZero();
                break;
            }
            process.destroyForcibly().waitFor();
            moments.add(after);
            Soundness.check(host);
        }
        return moments;
    }

    /** Runs that died before they wrote are listed as such; the one that wrote is one run, however often it was killed. */
    private static void assertRuns(MailHost host, int kills, String what) throws IOException, InterruptedException {
        Ran runs = host.cli().run("runs");

        assertThat(runs.code()).as(what).isZero();
        assertThat(STATE.matcher(runs.out()).results().map(run -> run.group(1)))
                .as("%s: %s", what, runs.out())
                .hasSizeLessThanOrEqualTo(kills + 2)
                .startsWith("done")
                .isSubsetOf("done", "interrupted");
    }

    private static int number(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
