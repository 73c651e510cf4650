package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

/** A mail base that takes nothing more: the import stops, says where and why, and goes on when there is room. */
class FullDiskTest {

    private MailHost host;

    @BeforeEach
    void open() throws IOException, LDAPException, LDIFException {
        assumeTrue(MailOwner.isRoot(), "SKIPPED: only root can mount a small file system");
        host = MailHost.withAccounts(6, 300);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        if (host != null) {
            run("umount", host.mailBase().toString());
            host.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"'size=100k,nr_inodes=100000'", "'size=100m,nr_inodes=400'"})
    void isTold(String limits) throws IOException, LDAPException, InterruptedException {
        boolean mounted = run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        limits + ",mode=755,uid=" + MailOwner.uid() + ",gid=" + MailOwner.uid(),
                        "vmail-test",
                        host.mailBase().toString())
                == 0;
        assumeTrue(mounted, "SKIPPED: mount is not allowed here");

        Ran full = host.runImport();
        Soundness.check(host);
        int entries = host.slapd().entries().size();
        run("mount", "-o", "remount,size=100m,nr_inodes=100000", host.mailBase().toString());
        Ran continued = host.runImport();

        assertThat(full.code()).as("%s", full).isEqualTo(3);
        assertThat(full.err())
                .startsWith("vmail: can not write " + host.mailBase() + "/")
                .endsWith(
                        ": No space left on device. Make room (df -h and df -i show what is used up), then run the same"
                                + " command again.\n")
                .hasLineCount(1);
        assertThat(entries).as("only the system leaf").isEqualTo(5);
        assertThat(continued.code()).as("%s", continued).isZero();
        assertThat(continued.out()).contains("added 300");
    }

    @Test
    void isToldWhenItIsReadOnly() throws IOException, LDAPException, InterruptedException {
        boolean mounted = run(
                        "mount",
                        "--bind",
                        host.mailBase().toString(),
                        host.mailBase().toString())
                == 0;
        assumeTrue(mounted, "SKIPPED: mount is not allowed here");
        run("mount", "-o", "remount,bind,ro", host.mailBase().toString());

        Ran refused = host.runImport();
        int entries = host.slapd().entries().size();
        run("mount", "-o", "remount,bind,rw", host.mailBase().toString());
        Ran continued = host.runImport();

        assertThat(refused.code()).as("%s", refused).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("vmail: can not write " + host.mailBase())
                .endsWith(": Read-only file system. Look why (dmesg), remount it read-write, then run the same command"
                        + " again.\n")
                .hasLineCount(1);
        assertThat(entries).isEqualTo(5);
        assertThat(continued.code()).as("%s", continued).isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
