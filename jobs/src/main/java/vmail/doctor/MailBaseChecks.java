package vmail.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmail.account.DiskPath;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.Owner;

/** Whether the mail base is the directory it should be (howto 1.7), as far as modes and its topmost level tell. */
record MailBaseChecks(Settings settings, AccountsSeen accounts) {

    /** What an empty mail base may well hold: nobody's mail. */
    private static final Set<String> NO_MAIL = Set.of("shared", "shared.maildirs", "lost+found");

    private static final int ALL_RIGHTS = 7;
    private static final int WRITABLE_BY_ALL = 0002;

    List<Examination> examine() {
        Path base = settings.mailBase().path();
        try {
            DiskAttributes found = look(base);
            List<Examination> all = new ArrayList<>();
            all.add(usable(base, found));
            if (found.isDirectory()) {
                all.add(mounted(base));
                all.addAll(sharedRoots());
                all.add(guarded());
                return all;
            }
            return behind(all, "the mail base is no directory");
        } catch (NoSuchFileException e) {
            String owner =
                    settings.owner().map(Owner::toString).orElse("vmail:vmail").replace(":", " -g ");
            Finding missing = StoreRule.MAIL_BASE_USABLE.finding(
                    new DiskPath(base),
                    "",
                    "the mail base is missing",
                    "If a file system belongs there, mount it; if not, make it: install -d -o %s %s"
                            .formatted(owner, base));
            return behind(
                    List.of(Examination.problem(missing, StoreRule.MAIL_BASE_USABLE)), "the mail base is missing");
        } catch (IOException e) {
            String why = "the mail base can not be looked at: " + Errno.words(e);
            return unknown(List.of(Examination.unknown(StoreRule.MAIL_BASE_USABLE, why)), why);
        }
    }

    private static List<Examination> behind(List<Examination> first, String why) {
        List<Examination> all = new ArrayList<>(first);
        others().forEach(rule -> all.add(Examination.skipped(rule, why)));
        return all;
    }

    private static List<Examination> unknown(List<Examination> first, String why) {
        List<Examination> all = new ArrayList<>(first);
        others().forEach(rule -> all.add(Examination.unknown(rule, why)));
        return all;
    }

    private static List<SurroundingsRule> others() {
        return List.of(
                SurroundingsRule.MAIL_BASE_MOUNTED,
                SurroundingsRule.SHARED_ROOTS_PRESENT,
                SurroundingsRule.SHARED_ROOTS_USABLE,
                SurroundingsRule.MAIL_BASE_GUARDED);
    }

    private Examination usable(Path base, DiskAttributes found) throws IOException {
        StoreRule rule = StoreRule.MAIL_BASE_USABLE;
        if (!found.isDirectory()) {
            return Examination.problem(
                    rule.finding(
                            new DiskPath(base),
                            "",
                            "the mail base is %s, no directory".formatted(found.kind()),
                            "Name the directory itself as --mail-base"),
                    rule);
        }
        Optional<Owner> owner = MailOwner.of(settings);
        if (owner.isEmpty()) {
            return Examination.unknown(rule, MailOwner.NOT_KNOWN);
        }
        return found.grants(owner.get(), ALL_RIGHTS)
                ? Examination.ok(rule, "%s, %s".formatted(found.uid() + ":" + found.gid(), found.permissionsText()))
                : Examination.problem(
                        rule.finding(
                                new DiskPath(base),
                                "",
                                "the mail base belongs to %d:%d with mode %s, so the mail owner %s can not write there"
                                        .formatted(found.uid(), found.gid(), found.permissionsText(), owner.get()),
                                "Run: chown %s %s; chmod u+rwx %s".formatted(owner.get(), base, base)),
                        rule);
    }

    private Examination mounted(Path base) throws IOException {
        SurroundingsRule rule = SurroundingsRule.MAIL_BASE_MOUNTED;
        if (holdsMail(base)) {
            return Examination.ok(rule, "it holds mail");
        }
        if (accounts.trouble().isPresent()) {
            return Examination.unknown(
                    rule, "it is empty, and " + accounts.trouble().get());
        }
        long stores = accounts.with("mailMessageStore");
        return stores == 0
                ? Examination.ok(rule, "it is empty, as there are no accounts")
                : Examination.problem(
                        rule.finding(
                                new DiskPath(base),
                                "the mail base is empty, but %d accounts have stores there".formatted(stores),
                                "Mount its file system. If it is new, vmail make-stores makes the maildirs"),
                        rule);
    }

    private static boolean holdsMail(Path base) throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(base)) {
            for (Path each : inside) {
                if (!NO_MAIL.contains(String.valueOf(each.getFileName()))) {
                    return true;
                }
            }
        }
        for (String root : List.of("shared", "shared.maildirs")) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(base.resolve(root))) {
                if (inside.iterator().hasNext()) {
                    return true;
                }
            } catch (NoSuchFileException e) {
                // the other root may hold something
            }
        }
        return false;
    }

    private List<Examination> sharedRoots() throws IOException {
        List<Finding> missing = new ArrayList<>();
        List<Finding> unusable = new ArrayList<>();
        Optional<Owner> owner = MailOwner.of(settings);
        for (Path root :
                List.of(settings.mailBase().sharedRoot(), settings.mailBase().sharedMaildirsRoot())) {
            try {
                DiskAttributes found = look(root);
                boolean usable = found.isDirectory()
                        && owner.map(who -> found.grants(who, ALL_RIGHTS)).orElse(true);
                if (!usable) {
                    unusable.add(unusable(root, found, owner));
                }
            } catch (NoSuchFileException e) {
                missing.add(SurroundingsRule.SHARED_ROOTS_PRESENT.finding(
                        new DiskPath(root),
                        "it is missing; mail for shared accounts has no place",
                        "Run vmail make-stores, or: install -d -o %s %s"
                                .formatted(
                                        owner.map(who -> who.uid() + " -g " + who.gid())
                                                .orElse("vmail -g vmail"),
                                        root)));
            }
        }
        return List.of(
                Examination.of(SurroundingsRule.SHARED_ROOTS_PRESENT, missing, "both are there"),
                owner.isEmpty()
                        ? Examination.unknown(SurroundingsRule.SHARED_ROOTS_USABLE, MailOwner.NOT_KNOWN)
                        : Examination.of(
                                SurroundingsRule.SHARED_ROOTS_USABLE, unusable, "the mail owner can write in them"));
    }

    private static Finding unusable(Path root, DiskAttributes found, Optional<Owner> owner) {
        String who = owner.map(Owner::toString).orElse("vmail:vmail");
        return SurroundingsRule.SHARED_ROOTS_USABLE.finding(
                new DiskPath(root),
                found.isDirectory()
                        ? "it belongs to %d:%d with mode %s, so the mail owner %s can not write there"
                                .formatted(found.uid(), found.gid(), found.permissionsText(), who)
                        : "it is %s, no directory".formatted(found.kind()),
                found.isDirectory()
                        ? "Run: chown %s %s; chmod u+rwx %s".formatted(who, root, root)
                        : "Move it away, then run vmail make-stores");
    }

    private Examination guarded() throws IOException {
        List<Finding> open = new ArrayList<>();
        for (Path each : List.of(
                settings.mailBase().path(),
                settings.mailBase().sharedRoot(),
                settings.mailBase().sharedMaildirsRoot())) {
            try {
                DiskAttributes found = look(each);
                if (found.isDirectory() && (found.permissions() & WRITABLE_BY_ALL) != 0) {
                    open.add(SurroundingsRule.MAIL_BASE_GUARDED.finding(
                            new DiskPath(each),
                            "everybody can write there (mode %s), and put a link where mail will be delivered"
                                    .formatted(found.permissionsText()),
                            "Run: chmod o-w " + each));
                }
            } catch (NoSuchFileException e) {
                // told as missing
            }
        }
        return Examination.of(SurroundingsRule.MAIL_BASE_GUARDED, open, "not everybody can write there");
    }

    private static DiskAttributes look(Path path) throws IOException {
        return DiskAttributes.of(Files.readAttributes(path, DiskAttributes.NAMES, LinkOption.NOFOLLOW_LINKS));
    }
}
