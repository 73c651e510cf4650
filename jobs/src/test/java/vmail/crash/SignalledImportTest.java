package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.lab.Ran;

/** A signal ends an import at the next safe point; the same command goes on. */
class SignalledImportTest {

    /** Generous: other tests may use the machine at the same time. */
    private static final int SECONDS_TO_END = 20;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void endsByTheSignalAndContinuesToTheSameResult(String signal, int code)
            throws IOException, LDAPException, LDIFException, InterruptedException {
        try (MailHost host = MailHost.withAccounts(4, 1_000)) {
            assertThat(host.runImport().code()).isZero();
            String expected = host.state();
            host.clear();
            Process process = host.startImport();
            host.awaitFirstStore(process);

            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            boolean ended = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            process.destroyForcibly();

            assertThat(ended).isTrue();
            assertThat(process.exitValue()).as(host.saidText()).isEqualTo(code);
            assertThat(host.saidText())
                    .contains("vmail: stopped by a signal; run the same command again to continue")
                    .doesNotContain("\tat ");
            Soundness.check(host);
            Ran runs = host.cli().run("runs");
            assertThat(runs.out()).contains(" stopped ");
            Ran continued = host.runImport();
            assertThat(continued.code()).as("%s", continued).isZero();
            assertThat(continued.err()).startsWith("vmail: continuing run ");
            assertThat(host.state()).isEqualTo(expected);
        }
    }
}
