package vmail.reader.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vmail.account.MailBase;
import vmail.rule.StoreRule;
import vmail.store.DeliveryLink;
import vmail.store.DiskAttributes;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.Maildir;
import vmail.store.Owner;
import vmail.store.SharableMaildir;
import vmail.store.SharedFolder;
import vmail.store.Subscription;

/** The howto's tree below a directory for tests, belonging to whoever runs them. */
final class Mailbase {

    final Path path;
    final Path albert;
    final Path timetravel;
    final Maildir maildir;
    final SharableMaildir sharable;
    final SharedFolder incoming;
    final DeliveryLink link;
    final Subscription subscription;

    private Mailbase(Path path) {
        this.path = path;
        albert = path.resolve("albert.onestone/Maildir");
        timetravel = path.resolve("shared.maildirs/timetravel.weekly");
        maildir = new Maildir(albert);
        sharable = new SharableMaildir(timetravel);
        incoming = new SharedFolder(timetravel, "incoming");
        link = new DeliveryLink(path.resolve("shared/timetravel.weekly/incoming"), timetravel.resolve(".incoming"));
        subscription = new Subscription(albert.resolve("shared-maildirs"), "Timetravel_weekly", timetravel);
    }

    static Mailbase in(Path directory) throws IOException {
        Mailbase base = new Mailbase(directory.resolve("vmail"));
        for (String person : List.of("albert.onestone", "seven.of.nine")) {
            Path maildir = base.path.resolve(person).resolve("Maildir");
            make(maildir, 0700, 0700);
            Files.writeString(maildir.resolve("shared-maildirs"), base.subscription.line() + "\n");
        }
        make(base.timetravel, 0755, 0700);
        for (String name : List.of(".incoming", ".past.editions", ".future.editions")) {
            make(base.timetravel.resolve(name), 01755, 01777);
            Files.createFile(base.timetravel.resolve(name).resolve("maildirfolder"));
        }
        Files.createDirectories(base.link.path().resolveSibling(""));
        Files.createSymbolicLink(base.link.path(), base.link.target());
        return base;
    }

    static void make(Path maildir, int mode, int innerMode) throws IOException {
        Files.createDirectories(maildir);
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectory(maildir.resolve(part));
            chmod(maildir.resolve(part), innerMode);
        }
        chmod(maildir, mode);
    }

    static void chmod(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
    }

    /** Java can not make one. */
    static void makeFifo(Path path) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("mkfifo", path.toString()).start();
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("mkfifo " + path);
        }
    }

    static void deleteMaildir(Path maildir) throws IOException {
        for (String part : List.of("cur", "new", "tmp", "maildirfolder", "shared-maildirs", "")) {
            Files.deleteIfExists(maildir.resolve(part));
        }
    }

    Owner owner() throws IOException {
        DiskAttributes base =
                DiskAttributes.of(Files.readAttributes(path, DiskAttributes.NAMES, LinkOption.NOFOLLOW_LINKS));
        return new Owner(base.uid(), base.gid());
    }

    StoreInspector inspector() throws IOException {
        return new StoreInspector(new MailBase(path), Optional.of(owner()));
    }

    /** A fault as the page of its rule shows it, with the mail base of the pages. */
    String asOnPage(Fault fault) throws IOException {
        return StoreRule.of(fault.kind()).id() + "] "
                + (fault.found() + ". " + fault.remedy() + ".")
                        .replace(path.toString(), "/vmail")
                        .replace(owner().toString(), "0:0");
    }

    /** The example of a rule's page without what an audit puts in front. */
    static String example(StoreRule rule) throws IOException {
        try (InputStream page = Objects.requireNonNull(StoreRule.class.getResourceAsStream(rule.id() + ".txt"))) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            String line = text.substring(text.indexOf("\nExample\n") + 9).strip();
            return line.substring(line.indexOf('[') + 1).replaceFirst("\\] cn=[A-Za-z ]+,ou=Tokelau,o=company: ", "] ");
        }
    }

    static List<Fault> faults(ItemState state) {
        if (state instanceof ItemState.Wrong wrong) {
            return wrong.faults();
        }
        throw new AssertionError("expected faults, found " + state);
    }
}
