package vmail.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.MailBase;

class MailBaseLockTest {

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // held, not used
    void namesWhoHoldsIt() throws IOException, MailBaseLock.Locked {
        MailBase base = new MailBase(folder.toRealPath());

        try (MailBaseLock first = MailBaseLock.acquire(base, "import")) {
            assertThatThrownBy(() -> MailBaseLock.acquire(base, "make-stores"))
                    .isInstanceOf(MailBaseLock.Locked.class)
                    .hasMessage("another run works on " + base + " (pid "
                            + ProcessHandle.current().pid()
                            + ", run import). Wait for it to end, or stop it, then run the same command again");
        }
    }

    @Test
    @SuppressWarnings("try") // held, not used
    void leavesOtherMailBasesAlone() throws IOException, MailBaseLock.Locked {
        MailBase one = new MailBase(Files.createDirectory(folder.resolve("one")));
        MailBase other = new MailBase(Files.createDirectory(folder.resolve("other")));

        try (MailBaseLock first = MailBaseLock.acquire(one, "import");
                MailBaseLock second = MailBaseLock.acquire(other, "import")) {
            assertThat(second).isNotSameAs(first);
        }
    }

    @Test
    @SuppressWarnings("try") // held, not used
    void isOneByWhateverNameTheMailBaseGoes() throws IOException, MailBaseLock.Locked {
        Path real = Files.createDirectory(folder.resolve("real"));
        MailBase link = new MailBase(Files.createSymbolicLink(folder.resolve("link"), real));

        try (MailBaseLock first = MailBaseLock.acquire(new MailBase(real), "import")) {
            assertThatThrownBy(() -> MailBaseLock.acquire(link, "import")).isInstanceOf(MailBaseLock.Locked.class);
        }
    }

    /** An import with --create-mail-base makes it while it holds the lock. */
    @Test
    @SuppressWarnings("try") // held, not used
    void isTheSameBeforeAndAfterTheMailBaseIsMade() throws IOException, MailBaseLock.Locked {
        Path parent = Files.createDirectory(folder.resolve("srv"));
        Path link = Files.createSymbolicLink(folder.resolve("var"), parent);
        MailBase base = new MailBase(link.resolve("vmail"));

        try (MailBaseLock first = MailBaseLock.acquire(base, "import")) {
            Files.createDirectory(base.path());

            assertThatThrownBy(() -> MailBaseLock.acquire(base, "import")).isInstanceOf(MailBaseLock.Locked.class);
        }
    }

    @Test
    void isFreeAfterItIsClosed() throws IOException, MailBaseLock.Locked {
        MailBase base = new MailBase(folder.toRealPath());

        MailBaseLock.acquire(base, "import").close();

        MailBaseLock.acquire(base, "import").close();
    }
}
