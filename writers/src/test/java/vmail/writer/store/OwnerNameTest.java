package vmail.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.store.Owner;

class OwnerNameTest {

    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private OwnerName names;

    @BeforeEach
    void writeFiles() throws IOException {
        names = new OwnerName(
                Files.writeString(
                        directory.resolve("passwd"),
                        "root:x:0:0:root:/root:/bin/sh\nmail:x:8:8::/:/bin/false\nvmail:x:5000:5001::/vmail:/bin/false\n"),
                Files.writeString(directory.resolve("group"), "root:x:0:\nvmail:x:5001:\nusers:x:100:vmail\n"));
    }

    @Test
    void takesNamesAndNumbers() throws StoreUnavailable {
        assertThat(names.resolve("vmail")).isEqualTo(new Owner(5000, 5001));
        assertThat(names.resolve("vmail:users")).isEqualTo(new Owner(5000, 100));
        assertThat(names.resolve("5000")).isEqualTo(new Owner(5000, 5001));
        assertThat(names.resolve("6000:6000")).isEqualTo(new Owner(6000, 6000));
        assertThat(names.resolve(" 6000:vmail ")).isEqualTo(new Owner(6000, 5001));
    }

    @Test
    void refusesUsersThatPostfixDoesNotDeliverAs() {
        assertRefused(
                "root",
                "owner root is 0:0; mail must belong to a user with uid 500 or above"
                        + " (virtual_minimum_uid) and a group other than 0");
        assertRefused(
                "mail",
                "owner mail is 8:8; mail must belong to a user with uid 500 or above"
                        + " (virtual_minimum_uid) and a group other than 0");
        assertRefused(
                "vmail:root",
                "owner vmail:root is 5000:0; mail must belong to a user with uid 500 or above"
                        + " (virtual_minimum_uid) and a group other than 0");
    }

    @Test
    void saysWhatToDoAboutUnknownNames() {
        assertRefused(
                "vmial",
                "no user vmial in " + directory
                        + "/passwd; create it, or give the owner as uid:gid, for example 5000:5000");
        assertRefused(
                "6000",
                "user 6000 has no line in " + directory
                        + "/passwd, so that its group is not known; give the owner as uid:gid");
        assertRefused("a:b:c", "owner must be user or user:group, not \"a:b:c\"");
        assertRefused("vmail:", "owner must be user or user:group, not \"vmail:\"");
        assertRefused("", "owner must be user or user:group, not \"\"");
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> names.resolve(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
