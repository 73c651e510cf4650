package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Ran;

/** Nights that are mailed, by a program that stands for sendmail. */
class MailedAuditTest {

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));
    private Path link = Path.of(".");

    @BeforeEach
    void bringTheHowto() throws IOException, InterruptedException {
        trial = Trial.in(folder).at("2026-11-01T00:00:00Z");
        String text = Files.readString(Path.of("../sample-data/howto/accounts.ldif"))
                .replace("/vmail/", trial.mailBase() + "/");
        trial.importing(trial.file("accounts.ldif", text).toString(), "../sample-data/howto/domains.ldif");
        link = trial.mailBase().resolve("shared/timetravel.weekly/incoming");
        sendmail("printf '%s|' \"$@\" > arguments; cat > message");
    }

    @Test
    void mailsTheReportAsAMessage() throws IOException, InterruptedException {
        Files.delete(link);

        Ran ran = night("2026-11-02T03:00:00Z");

        String message = Files.readString(folder.resolve("message"), StandardCharsets.US_ASCII);
        String header = message.substring(0, message.indexOf("\n\n"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(folder.resolve("arguments")).hasContent("-i|--|postmaster@mydomain.nl|");
        assertThat(header.lines().map(line -> line.replaceAll("@\\S+", "@HOST")))
                .satisfiesExactly(
                        line -> assertThat(line).matches("From: [A-Za-z0-9_.-]+@HOST"),
                        line -> assertThat(line).isEqualTo("To: postmaster@HOST"),
                        line -> assertThat(line).isEqualTo("Subject: vmail audit: findings: 1 error, 1 new"),
                        line -> assertThat(line).isEqualTo("Date: Mon, 2 Nov 2026 03:00:00 +0000"),
                        line -> assertThat(line).matches("Message-ID: <20261102-030000-audit\\.[0-9a-f]{16}@HOST"),
                        line -> assertThat(line).isEqualTo("MIME-Version: 1.0"),
                        line -> assertThat(line).isEqualTo("Content-Type: text/plain; charset=utf-8"),
                        line -> assertThat(line).isEqualTo("Content-Transfer-Encoding: base64"),
                        line -> assertThat(line).isEqualTo("Auto-Submitted: auto-generated"));
        assertThat(message.lines()).allMatch(line -> line.length() <= 998);
        byte[] body = Base64.getMimeDecoder().decode(message.substring(message.indexOf("\n\n")));
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(ran.out());
    }

    @Test
    void mailsOnlyWhenSomethingHasChanged() throws IOException, InterruptedException {
        Path target = Files.readSymbolicLink(link);

        assertThat(mailed("2026-11-02T03:00:00Z")).isEqualTo("vmail audit: clean");
        assertThat(mailed("2026-11-03T03:00:00Z")).isEmpty();
        Files.delete(link);
        assertThat(mailed("2026-11-04T03:00:00Z")).isEqualTo("vmail audit: findings: 1 error, 1 new");
        assertThat(mailed("2026-11-05T03:00:00Z")).isEmpty();
        Files.createSymbolicLink(link, target);
        assertThat(mailed("2026-11-06T03:00:00Z")).isEqualTo("vmail audit: clean: 1 fixed");
        assertThat(mailed("2026-11-07T03:00:00Z")).isEmpty();
    }

    @Test
    void mailsThatAnAcceptanceHasExpired() throws IOException, InterruptedException {
        Files.delete(link);
        Ran first = night("2026-11-02T03:00:00Z");
        String id = first.out()
                .lines()
                .filter(line -> line.endsWith("; new"))
                .findFirst()
                .orElseThrow()
                .strip()
                .substring(0, 12);
        trial.at("2026-11-02T09:00:00Z").run("accept", id, "--reason=soon", "--until=2026-11-04");

        assertThat(mailed("2026-11-03T03:00:00Z")).isEmpty();
        assertThat(mailed("2026-11-04T03:00:00Z")).isEmpty();
        assertThat(mailed("2026-11-05T03:00:00Z")).isEqualTo("vmail audit: findings: 1 error, 1 expired");
        assertThat(mailed("2026-11-06T03:00:00Z")).isEmpty();
    }

    @Test
    void mailsThatNotEverythingCouldBeSeenOnce() throws IOException, InterruptedException {
        Path away = folder.resolve("away");
        night("2026-11-02T03:00:00Z");
        Files.move(trial.mailBase(), away);
        Files.createDirectory(trial.mailBase());

        assertThat(mailed("2026-11-03T03:00:00Z")).startsWith("vmail audit: inconclusive");
        assertThat(mailed("2026-11-04T03:00:00Z")).isEmpty();
        Files.delete(trial.mailBase());
        Files.move(away, trial.mailBase());
        assertThat(mailed("2026-11-05T03:00:00Z")).isEqualTo("vmail audit: clean");
    }

    @Test
    void mailsTheNextNightWhatItCouldNotSend() throws IOException, InterruptedException {
        Files.delete(link);
        sendmail("cat > /dev/null; echo no room; exit 75");

        Ran failed = night("2026-11-02T03:00:00Z");
        sendmail("printf '%s|' \"$@\" > arguments; cat > message");

        assertThat(failed.code()).isEqualTo(3);
        assertThat(failed.out()).contains("[delivery-link-present]");
        assertThat(failed.err())
                .isEqualTo("vmail: the report was not mailed to postmaster@mydomain.nl: " + folder
                        + "/sendmail ended with 75: no room. It is in " + trial.lastRun()
                        + "; the next audit mails its own\n");
        assertThat(mailed("2026-11-03T03:00:00Z")).isEqualTo("vmail audit: findings: 1 error, 1 standing");
        assertThat(mailed("2026-11-04T03:00:00Z")).isEmpty();
        assertThat(trial.workspace().toFile().list()).noneMatch(name -> name.startsWith("mail-owed"));
    }

    @Test
    void keepsTheAuditsOwnCodeWhenThatSaysMore() throws IOException, InterruptedException {
        night("2026-11-02T03:00:00Z");
        Files.move(trial.mailBase(), folder.resolve("away"));
        Files.createDirectory(trial.mailBase());
        sendmail("exit 75");

        assertThat(night("2026-11-03T03:00:00Z").code()).isEqualTo(4);
    }

    @Test
    void hasAMailForEachScope() throws IOException, InterruptedException {
        assertThat(mailed("2026-11-02T03:00:00Z")).isNotEmpty();
        assertThat(mailed("2026-11-02T04:00:00Z", "--account=onestonea")).isNotEmpty();
        assertThat(mailed("2026-11-02T05:00:00Z")).isEmpty();
        assertThat(mailed("2026-11-02T06:00:00Z", "--account=onestonea")).isEmpty();
    }

    @Test
    void refusesWhatIsMoreThanAnAddress() throws IOException, InterruptedException {
        for (String odd : List.of(
                "a@b.nl\nBcc: c@d.nl", "-bs", "a b", "a@b.nl,c@d.nl", "<a@b.nl>", "\u00fc@b.nl", "", "a@b.nl\r")) {
            Ran ran = trial.run("audit", "--mail-to=" + odd, "--look-twice=0");

            assertThat(ran.code()).as(odd).isEqualTo(2);
            assertThat(ran.err())
                    .startsWith("vmail: --mail-to takes one address such as postmaster@mydomain.nl, not ")
                    .hasLineCount(1);
        }
        assertThat(trial.run("audit", "--mail-to=root", "--sendmail=sendmail").err())
                .isEqualTo("vmail: --sendmail must be an absolute path, not sendmail\n");
    }

    /** The subject of the mail of a night, or empty. */
    private String mailed(String instant, String... options) throws IOException, InterruptedException {
        Path message = folder.resolve("message");
        Files.deleteIfExists(message);
        night(instant, options);
        return Files.isReadable(message) ? Files.readAllLines(message).get(2).substring("Subject: ".length()) : "";
    }

    private Ran night(String instant, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "audit",
                "--look-twice=0",
                "--mail-to=postmaster@mydomain.nl",
                "--sendmail=" + folder.resolve("sendmail")));
        all.addAll(List.of(options));
        return trial.at(instant).run(all.toArray(String[]::new));
    }

    private void sendmail(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("sendmail"), "#!/bin/sh\ncd " + folder + "\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
