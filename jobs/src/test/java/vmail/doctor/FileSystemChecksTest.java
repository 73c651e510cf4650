package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.rule.Examination;
import vmail.rule.Examination.Verdict;

class FileSystemChecksTest {

    private static final String ROOT = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro";

    @Test
    void findsTheDeepestMount() {
        List<String> lines = List.of(
                "40 22 8:17 / /vmail rw,noatime shared:7 master:2 - xfs /dev/sdb1 rw",
                ROOT,
                "41 22 0:50 / /vmail2 rw - tmpfs tmpfs rw");

        assertThat(Mount.of(Path.of("/vmail/albert.onestone"), lines))
                .hasValue(new Mount(Path.of("/vmail"), false, "xfs", "/dev/sdb1"));
        assertThat(Mount.of(Path.of("/var/vmail"), lines))
                .hasValue(new Mount(Path.of("/"), false, "ext4", "/dev/sda1"));
    }

    @Test
    void readsNamesWithBlanks() {
        assertThat(Mount.of(Path.of("/my mail"), List.of("40 22 8:17 / /my\\040mail rw - xfs /dev/sdb1 rw")))
                .hasValue(new Mount(Path.of("/my mail"), false, "xfs", "/dev/sdb1"));
    }

    @Test
    void leavesOutWhatItDoesNotUnderstand() {
        assertThat(Mount.of(Path.of("/vmail"), List.of("", "what is this"))).isEqualTo(Optional.empty());
    }

    @Test
    void tellsOfAMountThatIsReadOnly(@TempDir Path folder) throws IOException {
        List<Examination> examinations =
                examine(folder, "40 22 8:17 / %s ro,noatime - xfs /dev/sdb1 rw".formatted(folder.toRealPath()));

        assertThat(examinations.get(0).findings())
                .singleElement()
                .hasToString(
                        "%1$s: error: [mail-base-writable] its file system (/dev/sdb1 at %1$s) is mounted read-only. See why (dmesg tells of disk errors), then: mount -o remount,rw %1$s."
                                .formatted(folder.toRealPath()));
        assertThat(verdicts(examinations)).containsExactly(Verdict.PROBLEM, Verdict.OK, Verdict.OK, Verdict.OK);
    }

    @Test
    void tellsOfAnotherHostsFileSystem(@TempDir Path folder) throws IOException {
        List<Examination> examinations =
                examine(folder, "40 22 0:50 / %s rw - nfs4 store:/vmail rw,vers=4.2".formatted(folder.toRealPath()));

        assertThat(examinations.get(1).findings())
                .singleElement()
                .hasToString(
                        "%s: note: [mail-base-local] its file system is on another host (nfs4, store:/vmail), whose other clients vmail's lock does not see. Run vmail on one host only."
                                .formatted(folder.toRealPath()));
    }

    @ParameterizedTest
    @CsvSource({
        "99, 1000000000, true",
        "100, 2000, false",
        "100, 2001, true",
        "1023, 100000, true",
        "1024, 100000, false",
        "5000, 100000000, false"
    })
    void callsScarceWhatIsSoonFull(long free, long total, boolean scarce) {
        assertThat(FileSystemChecks.isScarce(free, total, 100, 1024)).isEqualTo(scarce);
    }

    private static List<Examination> examine(Path folder, String mount) throws IOException {
        Path mounts = Files.writeString(folder.resolve("mountinfo"), ROOT + "\n" + mount + "\n");
        return new FileSystemChecks(folder.toRealPath(), mounts).examine();
    }

    private static List<Verdict> verdicts(List<Examination> examinations) {
        return examinations.stream().map(Examination::verdict).toList();
    }
}
