package vmail.report.audit;

import java.nio.file.Path;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.rule.Finding;
import vmail.rule.Mending;
import vmail.rule.StoreRule;
import vmail.store.DiskObject;
import vmail.store.Repair;
import vmail.store.SubscriptionLines;

/** What is on disk without an account. Nothing is ever deleted by vmail: remedies say how to look first. */
final class Orphans {

    private final MailBase base;
    private final Expectations expectations;

    Orphans(MailBase base, Expectations expectations) {
        this.base = base;
        this.expectations = expectations;
    }

    Optional<Finding> finding(DiskObject object) {
        return switch (object.kind()) {
            case MAILDIR -> maildir(object.path());
            case SHARABLE_MAILDIR -> sharableMaildir(object.path());
            case FOLDER -> folder(object.path());
            case LINK -> link(object);
            case SUBSCRIPTION -> subscription(object);
            case OPENED -> opened(object);
            case DEAD_END -> deadEnd(object);
            case TWIN -> twin(object);
            case COMMA -> comma(object.path());
            case EMPTY -> empty(object.path());
            case STRAY -> stray(object);
            case UNKNOWN -> throw new AssertionError("the unknown is no finding: " + object);
        };
    }

    private Optional<Finding> maildir(Path path) {
        if (expectations.wants(path) || expectations.wantsBelow(path)) {
            return Optional.empty();
        }
        return found(
                StoreRule.NO_ORPHAN_MAILDIR,
                path,
                "maildir without an account",
                "Look whose mail it is: find " + Repair.quoted(path) + " -type f -path '*/[cn]*/*' -printf '%TF %p\\n'"
                        + " | sort | tail; then give it an account or move it out of " + base);
    }

    private Optional<Finding> sharableMaildir(Path path) {
        if (expectations.wants(path)) {
            return Optional.empty();
        }
        return found(
                StoreRule.NO_ORPHAN_SHARED_MAILDIR,
                path,
                "sharable maildir without a shared account; who has its line in shared-maildirs still reads it",
                "Look who: grep -l " + Repair.quoted(path) + " " + base
                        + "/*/Maildir/shared-maildirs; then give it an account or move it out of " + base);
    }

    private Optional<Finding> folder(Path path) {
        // one finding for an orphan maildir, none for each of its folders
        if (expectations.wantsFolder(path) || !expectations.wants(path.resolveSibling(""))) {
            return Optional.empty();
        }
        return found(
                StoreRule.NO_ORPHAN_FOLDER,
                path,
                "folder that no shared account names; subscribers see it",
                "Add postOfficeBox: " + path.getFileName().toString().substring(1)
                        + " to the shared account, or move its mail to another folder and the folder away");
    }

    private Optional<Finding> link(DiskObject object) {
        if (expectations.wants(object.path())) {
            return Optional.empty();
        }
        return found(
                StoreRule.NO_ORPHAN_LINK,
                object.path(),
                "link to " + object.detail() + " without a shared account",
                "If no account shall have it: rm " + Repair.quoted(object.path()));
    }

    private Optional<Finding> subscription(DiskObject object) {
        Path file = object.path();
        SubscriptionLines.Line line = line(object.detail());
        if (!expectations.isSubscriber(file.resolveSibling("")) || expectations.wantsLine(file, line)) {
            return Optional.empty();
        }
        boolean ours = expectations.hasNick(file, line.nick());
        Optional<String> fault = line.fault();
        if (fault.isPresent()) {
            return ours
                    ? Optional.empty()
                    : found(
                                    StoreRule.SUBSCRIPTION_LINE,
                                    file,
                                    "the line \"" + DiskPath.shown(line.text()) + "\" " + fault.get(),
                                    "Correct or delete the line")
                            .map(finding -> finding.about(line.nick()).mended(Mending.PLANNED));
        }
        if (ours && line.path().startsWith(base.sharedMaildirsRoot() + "/")) {
            return Optional.empty();
        }
        if (expectations.wantsReading(file, line)) {
            return found(
                            StoreRule.SUBSCRIPTION_NICK,
                            file,
                            DiskPath.shown(line.path()) + " is read as " + DiskPath.shown(line.nick())
                                    + ", which is not the name of its account now",
                            "Mail programs keep what they know of a folder under its name. To rename it, run as the mail owner:"
                                    + " maildirmake --del " + Repair.quoted(line.nick()) + " "
                                    + Repair.quoted(file.resolveSibling("")) + " and then vmail make-stores")
                    .map(finding -> finding.about(line.nick()));
        }
        if (expectations.isOpaque(line.path())) {
            // an inactive shared account, for example: whose readers they are can not be told
            return Optional.empty();
        }
        return found(
                        StoreRule.NO_STRAY_SUBSCRIPTION,
                        file,
                        "subscribed to " + DiskPath.shown(line.path()) + " as " + DiskPath.shown(line.nick())
                                + ", no seeAlso says so",
                        "Add the seeAlso, or take the access away, as the mail owner: maildirmake --del "
                                + Repair.quoted(line.nick()) + " " + Repair.quoted(file.resolveSibling(""))
                                + " && rm -rf "
                                + Repair.quoted(
                                        file.resolveSibling("shared-folders").resolve(line.nick())))
                .map(finding -> finding.about(line.nick()));
    }

    /** Courier follows the links in it even after {@code maildirmake --del}. */
    private Optional<Finding> opened(DiskObject object) {
        Path nick = object.path();
        Path maildir = nick.resolveSibling("").resolveSibling("");
        String name = String.valueOf(nick.getFileName());
        Path file = maildir.resolve("shared-maildirs");
        SubscriptionLines.Line line = new SubscriptionLines.Line(1, name, object.detail());
        if (!expectations.isSubscriber(maildir)
                || expectations.wantsLine(file, line)
                || expectations.isOpaque(object.detail())) {
            return Optional.empty();
        }
        if (expectations.wantsReading(file, line)) {
            return found(
                    StoreRule.SUBSCRIPTION_NICK,
                    nick,
                    "folders of " + object.detail() + " were opened here under a name that its account has no more",
                    "Run as the mail owner: rm -r " + Repair.quoted(nick));
        }
        if (expectations.hasNick(file, name)) {
            return found(
                            StoreRule.SUBSCRIPTION_LINE,
                            nick,
                            "folders were opened here while " + name + " was " + object.detail()
                                    + ", so that those of its account are not seen",
                            "Run as the mail owner: rm -rf " + Repair.quoted(nick))
                    .map(finding -> finding.mended(Mending.PLANNED));
        }
        return found(
                StoreRule.NO_STRAY_SUBSCRIPTION,
                nick,
                "folders of " + object.detail() + " were opened before and can still be read, no seeAlso says so",
                "Add the seeAlso, or take the access away, as the mail owner: rm -rf " + Repair.quoted(nick));
    }

    /** A line that stands in the file once before. */
    static Finding again(DiskObject object) {
        SubscriptionLines.Line line = line(object.detail());
        return StoreRule.SUBSCRIPTION_ONCE
                .finding(
                        new DiskPath(object.path()),
                        "",
                        "the line for " + DiskPath.shown(line.nick()) + " stands more than once",
                        "Run vmail repair, or delete all but one of the lines")
                .about(line.nick());
    }

    private Optional<Finding> deadEnd(DiskObject object) {
        Path folder = object.path().resolveSibling("");
        return found(
                StoreRule.OPENED_FOLDER_PRESENT,
                object.path(),
                "leads to " + object.detail() + ", where nothing is",
                "If the shared folder is gone for good, run as the mail owner: rm -r " + Repair.quoted(folder));
    }

    private static Optional<Finding> twin(DiskObject object) {
        Path other = object.path().resolveSibling(object.detail());
        return found(
                StoreRule.NAMES_APART,
                object.path(),
                "differs from " + DiskPath.shown(object.detail()) + " beside it by upper and lower case only",
                "Look which of the two the accounts name and bring the mail of the other there: ls -ld "
                        + Repair.quoted(object.path()) + " " + Repair.quoted(other));
    }

    private static SubscriptionLines.Line line(String text) {
        int tab = text.indexOf('\t');
        return new SubscriptionLines.Line(1, text.substring(0, tab), text.substring(tab + 1));
    }

    private Optional<Finding> comma(Path path) {
        return found(
                StoreRule.NO_COMMA_DIRECTORY,
                path,
                "mail of several accounts with one address was delivered here, where nobody reads it",
                "Find it: find " + Repair.quoted(path)
                        + " -type f; give the accounts different mail values, move each file"
                        + " into new/ of the maildir it belongs to, then run: find " + Repair.quoted(path)
                        + " -type d -empty -delete");
    }

    private Optional<Finding> empty(Path path) {
        return expectations.wants(path) || expectations.wantsBelow(path) || isPartOfStore(path)
                ? Optional.empty()
                : found(
                        StoreRule.NO_STRAY_FILE,
                        path,
                        "empty directory",
                        "If nobody needs it: rmdir " + Repair.quoted(path));
    }

    private Optional<Finding> stray(DiskObject object) {
        Path path = object.path();
        return expectations.wants(path) || expectations.wantsBelow(path) || isPartOfStore(path)
                ? Optional.empty()
                : found(
                        StoreRule.NO_STRAY_FILE,
                        path,
                        object.detail() + " where only directories of accounts belong",
                        "Look what it is; if nobody needs it move it out of " + base);
    }

    /** Inside of a maildir that is half made, which has its own finding. */
    private boolean isPartOfStore(Path path) {
        return expectations.wants(path.resolveSibling(""));
    }

    private static Optional<Finding> found(StoreRule rule, Path path, String message, String remedy) {
        return Optional.of(rule.finding(new DiskPath(path), "", message, remedy));
    }
}
