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
import java.util.function.Function;
import vmail.account.DiskPath;
import vmail.reader.disk.StoreInspector;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.ItemState;
import vmail.store.Owner;
import vmail.store.Repair;

/** Whether the mail base is the directory it should be (howto 1.7), as far as modes and its topmost level tell. */
record MailBaseChecks(Settings settings, AccountsSeen accounts) {

    /** What an empty mail base may well hold: nobody's mail. */
    private static final Set<String> NO_MAIL = Set.of("shared", "shared.maildirs", "lost+found");

    private static final int ALL_RIGHTS = 7;
    private static final int WRITABLE_BY_ALL = 0002;

    List<Examination> examine() {
        Path base = settings.mailBase().path();
        try {
            Optional<Owner> owner = MailOwner.of(settings);
            ItemState state = new StoreInspector(settings.mailBase(), owner).inspectBase();
            List<Examination> all = new ArrayList<>(List.of(usable(base, state, owner)));
            if (state instanceof ItemState.Unknown unknown) {
                behind(all, rule -> Examination.unknown(rule, unseen(unknown.reason())));
            } else if (state instanceof ItemState.Missing || !look(base).isDirectory()) {
                behind(all, rule -> Examination.skipped(rule, "there is no mail base"));
            } else {
                all.add(mounted(base));
                all.addAll(sharedRoots(owner));
                all.add(guarded());
            }
            return all;
        } catch (IOException e) {
            List<Examination> all = new ArrayList<>();
            all.add(Examination.unknown(StoreRule.MAIL_BASE_USABLE, unseen(Errno.words(e))));
            behind(all, rule -> Examination.unknown(rule, unseen(Errno.words(e))));
            return all;
        }
    }

    private static String unseen(String reason) {
        return "the mail base can not be looked at: " + reason;
    }

    private static void behind(List<Examination> all, Function<SurroundingsRule, Examination> verdict) {
        List.of(
                        SurroundingsRule.MAIL_BASE_MOUNTED,
                        SurroundingsRule.SHARED_ROOTS_PRESENT,
                        SurroundingsRule.SHARED_ROOTS_USABLE,
                        SurroundingsRule.MAIL_BASE_GUARDED)
                .forEach(rule -> all.add(verdict.apply(rule)));
    }

    private static Examination usable(Path base, ItemState state, Optional<Owner> owner) {
        StoreRule rule = StoreRule.MAIL_BASE_USABLE;
        if (state instanceof ItemState.Wrong wrong) {
            List<Finding> findings = wrong.faults().stream()
                    .map(fault -> rule.finding(new DiskPath(fault.path()), "", fault.found(), fault.remedy()))
                    .toList();
            return Examination.of(rule, findings, "");
        }
        if (state instanceof ItemState.Unknown unknown) {
            return Examination.unknown(rule, unseen(unknown.reason()));
        }
        if (state instanceof ItemState.Missing) {
            return Examination.problem(
                    rule.finding(
                            new DiskPath(base),
                            "",
                            "the mail base is missing",
                            "If a file system belongs there, mount it; if not, make it: " + install(owner, base)),
                    rule);
        }
        return owner.isEmpty()
                ? Examination.unknown(rule, MailOwner.NOT_KNOWN)
                : Examination.ok(rule, owner.get() + " can write there");
    }

    private static String install(Optional<Owner> owner, Path directory) {
        return "install -d -o %s -g %s %s"
                .formatted(
                        owner.map(who -> String.valueOf(who.uid())).orElse("vmail"),
                        owner.map(who -> String.valueOf(who.gid())).orElse("vmail"),
                        Repair.quoted(directory));
    }

    private Examination mounted(Path base) {
        SurroundingsRule rule = SurroundingsRule.MAIL_BASE_MOUNTED;
        try {
            if (holdsMail(base)) {
                return Examination.ok(rule, "it holds mail");
            }
        } catch (IOException e) {
            return Examination.unknown(rule, unseen(Errno.words(e)));
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

    private List<Examination> sharedRoots(Optional<Owner> owner) throws IOException {
        List<Finding> missing = new ArrayList<>();
        List<Finding> unusable = new ArrayList<>();
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
                        "Run vmail make-stores, or: " + install(owner, root)));
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
                        ? "Run: chown %s %s; chmod u+rwx %s".formatted(who, Repair.quoted(root), Repair.quoted(root))
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
                            "Run: chmod o-w " + Repair.quoted(each)));
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
