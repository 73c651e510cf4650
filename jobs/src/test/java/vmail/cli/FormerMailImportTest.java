package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

/** An import into a mail base in which one of the new accounts finds mail. */
class FormerMailImportTest {

    private static final String DOMAINS = "../sample-data/howto/domains.ldif";
    private static final String PEOPLE = """
            cn,sn,uid,mail,accountStatus,userPassword
            Annika Hansen,Hansen,annika,annika@mydomain.nl,active,secret
            Magnus Hansen,Hansen,magnus,magnus@mydomain.nl,active,secret
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void leavesItOutUntilSomebodySaysWhoseMailItIs() throws IOException, InterruptedException {
        Trial trial = Trial.in(folder);
        Path store = trial.mailBase().resolve("annika/Maildir");
        for (String name : new String[] {
            "", "annika", "annika/Maildir", "annika/Maildir/cur", "annika/Maildir/new", "annika/Maildir/tmp"
        }) {
            Path directory = Files.createDirectory(trial.mailBase().resolve(name));
            Files.setAttribute(directory, "unix:mode", name.contains("Maildir") ? 0700 : 0755);
            MailOwner.own(directory);
        }
        Files.createFile(store.resolve("cur/1.vm:2,S"));
        MailOwner.own(store.resolve("cur/1.vm:2,S"));
        String people = trial.file("people.csv", PEOPLE).toString();

        Ran first = trial.importing(people, DOMAINS);
        Ran adopted = trial.importing("--adopt-mail", people, DOMAINS);

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("[store-not-reused] LEAKED: cn=Annika Hansen", "added 1, changed 0");
        assertThat(adopted.code()).as(adopted.toString()).isZero();
        assertThat(adopted.out()).contains("added 1, changed 0, unchanged 1");
        assertThat(Files.readString(trial.workspace().resolve("directory.ldif")))
                .contains("dn: cn=Annika Hansen");
    }
}
