package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.MailBase;
import vmail.store.Owner;

class StoreOpeningTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void refusesRootWithoutOwner() throws IOException {
        assumeTrue(Howto.owner().equals("0:0"), "SKIPPED: only root is refused");

        assertThatThrownBy(() -> StoreWriter.open(new MailBase(directory), Optional.empty(), false))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("refused to make stores as root, the mail system could not use them."
                        + " Run as the mail owner, or name the mail owner with --owner.");
    }

    @Test
    void refusesAnOwnerPostfixWouldNotDeliverAs() {
        assertThatThrownBy(() -> StoreWriter.open(new MailBase(directory), Optional.of(new Owner(8, 8)), false))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("refused to make stores for 8:8: Postfix delivers as no user below 500"
                        + " (virtual_minimum_uid). Name the mail owner with --owner.");
    }

    @Test
    void doesNotMakeAMailBaseUnlessTold() throws IOException {
        MailBase base = new MailBase(directory.resolve("a/vmail"));

        assertThatThrownBy(() -> StoreWriter.openOwn(base, false))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("mail base " + base + " is missing. Mount it, or make it with:"
                        + " install -d -m 0755 -o vmail -g vmail " + base);
        StoreWriter.openOwn(base, true).close();

        assertThat(Belongings.look(base.path()).permissionsText()).isEqualTo("0755");
    }

    @Test
    void refusesALinkAsMailBase() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("vmail"), real);

        assertThatThrownBy(() -> StoreWriter.openOwn(new MailBase(link), true))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("mail base " + link + " is a symbolic link, not a directory."
                        + " Name the real directory as mail base, or mount it there.");
    }
}
