package vmail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

/**
 * An embedded directory, a mail base and a workspace in one folder, as somebody has them who tries vmail out.
 *
 * @param folder empty at first
 * @param clock that the commands look at
 */
record Trial(Path folder, Clock clock) {

    Trial(Path folder) {
        this(folder, Clock.system(ZoneId.systemDefault()));
    }

    static Trial in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Trial(folder);
    }

    /** The same at another time, which stands still. */
    Trial at(String instant) {
        return new Trial(folder, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    Path mailBase() {
        return folder.resolve("vmail");
    }

    Path workspace() {
        return folder.resolve("workspace");
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    Ran run(String... arguments) throws IOException, InterruptedException {
        return Cli.here().at(clock).with(options()).run(arguments);
    }

    /** An import into the empty directory or a further one. */
    Ran importing(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("import", "--create-parents", "--create-mail-base"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    /** The folder of the last run. */
    Path lastRun() throws IOException {
        try (Stream<Path> runs = Files.list(workspace().resolve("runs"))) {
            return runs.max(Path::compareTo).orElseThrow();
        }
    }

    String[] options() {
        List<String> options = new ArrayList<>(List.of(
                "--ldap-url=embedded",
                "--account-base=ou=Tokelau,o=company",
                "--system-base=ou=postfix,ou=System,o=company",
                "--mail-base=" + mailBase(),
                "--workspace=" + workspace()));
        if (MailOwner.isRoot()) {
            options.add("--owner=" + MailOwner.uid() + ":" + MailOwner.uid());
        }
        return options.toArray(String[]::new);
    }
}
