package vmail.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Json;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

/** What {@code vmail repair --deep} does about messages, and that it is taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class MessageRepairTest {

    private static final String CUR = "/vmail/albert.onestone/Maildir/cur";
    private static final String READ = CUR + "/2.albert.onestone:2,S";

    private Host host;

    static Stream<Damage> damages() {
        return Stream.of(
                Damage.disk(
                        "a message of root's",
                        "chown root:root " + READ + " && chmod 0600 " + READ,
                        "message-readable"),
                Damage.disk("a message that nobody reads", "chmod 0 " + READ, "message-readable"),
                Damage.disk("a message that is a program", "chmod 0755 " + READ, "message-mode"),
                Damage.disk(
                        "a message in an open folder that all may change",
                        "chmod 0666 /vmail/shared.maildirs/timetravel.weekly/.incoming/new/3.weekly",
                        "message-mode"),
                Damage.disk(
                        "a message without a mark", "mv " + READ + " " + CUR + "/2.albert.onestone", "message-marked"));
    }

    @BeforeAll
    void open() throws IOException, InterruptedException, LDAPException, LDIFException {
        host = Host.open();
    }

    @AfterAll
    void close() {
        if (host != null) {
            host.close();
        }
    }

    private List<String> rules() throws IOException, InterruptedException {
        return Json.of(host.vmail("audit", "--deep", "--format=json").out()).each("findings", "rule");
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isCuredOnceAndCanBeUndone(Damage damage)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        assumeTrue(MailOwner.isRoot() || !damage.needsRoot(), "only root can do such a damage");
        host.reset();
        assertThat(rules()).isEmpty();
        host.root(damage.script());
        assertThat(rules()).containsExactlyElementsOf(damage.rules());
        String before = host.state();

        Ran repaired = host.vmail("repair", "--deep");

        assertThat(repaired.code()).as(repaired.toString()).isZero();
        assertThat(rules()).as(repaired.toString()).isEmpty();
        String after = host.state();

        Ran undone = host.vmail("undo", host.run("repair"));

        assertThat(undone.code()).as(undone.toString()).isZero();
        assertThat(host.state()).isEqualTo(before);
        assertThat(after).isNotEqualTo(before);
    }
}
