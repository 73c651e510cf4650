package vmail.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vmail.account.Stamps;
import vmail.message.Mailbox;

class MailboxQueueTest {

    @Test
    void givesBackWhatWasPutIn() {
        Mailbox albert = new Mailbox(
                "cn=" + "\u00e9".repeat(70_000),
                Path.of("/vmail/albert.onestone/Maildir"),
                List.of(),
                true,
                OptionalLong.of(0),
                Stamps.NONE);
        Mailbox timetravel = new Mailbox(
                "cn=Timetravel weekly",
                Path.of("/vmail/shared.maildirs/timetravel.weekly"),
                List.of(".incoming", ".past.editions"),
                false,
                OptionalLong.empty(),
                new Stamps(Optional.of(Instant.EPOCH), Optional.of(Instant.parse("2024-03-01T12:00:00Z")), "cn=admin"));
        MailboxQueue queue = new MailboxQueue();

        queue.add(albert);
        queue.add(timetravel);
        List<Mailbox> found = new ArrayList<>();
        queue.forEach(found::add);

        assertThat(queue.size()).isEqualTo(2);
        assertThat(found).containsExactly(albert, timetravel);
    }
}
