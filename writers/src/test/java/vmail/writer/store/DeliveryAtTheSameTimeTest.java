package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.store.Maildir;
import vmail.store.StoreItem;
import vmail.writer.store.StoreOutcome.AlreadyThere;
import vmail.writer.store.StoreOutcome.Conflict;

@Timeout(120)
class DeliveryAtTheSameTimeTest {

    private static final int ACCOUNTS = 1000;

    @TempDir
    Path directory = Path.of("");

    @Test
    void losesNoMail() throws IOException, LDIFException {
        Howto howto = Howto.in(directory);
        List<StoreItem> maildirs = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> new Maildir(howto.base().path().resolve("u" + i + "/Maildir")))
                .map(StoreItem.class::cast)
                .toList();

        CompletableFuture<Void> postfix =
                CompletableFuture.runAsync(() -> maildirs.forEach(maildir -> deliver(maildir.path())));
        try (StoreWriter writer = StoreWriter.openOwn(howto.base(), false)) {
            for (StoreItem maildir : maildirs) {
                assertThat(writer.make(List.of(maildir))).noneMatch(Conflict.class::isInstance);
            }
        }
        postfix.join();

        for (StoreItem maildir : maildirs) {
            assertThat(maildir.path().resolve("new/1.vm")).exists();
        }
        assertThat(howto.make(maildirs)).allMatch(AlreadyThere.class::isInstance);
    }

    /** As Postfix: what fails stays in the queue and is tried again. */
    private static void deliver(Path maildir) {
        for (boolean delivered = false; !delivered; ) {
            try {
                attempt(maildir);
                delivered = true;
            } catch (NoSuchFileException e) {
                // an empty directory was just being replaced: deferred
                delivered = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As virtual(8): makes what is missing, then writes in tmp and renames to new. */
    private static void attempt(Path maildir) throws IOException {
        for (String part : List.of("tmp", "new", "cur")) {
            Files.createDirectories(maildir.resolve(part));
        }
        Files.writeString(maildir.resolve("tmp/1.vm"), "Subject: hello\n");
        Files.move(maildir.resolve("tmp/1.vm"), maildir.resolve("new/1.vm"));
    }
}
