package vmail.report.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.message.MailFacts;
import vmail.message.Mailbox;
import vmail.message.Oddity;
import vmail.message.Some;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.MailRule;
import vmail.rule.Severity;
import vmail.store.Owner;
import vmail.store.Repair;

/** The words for files that neither Postfix nor Courier nor a mail program leaves so. */
final class OddityFindings {

    private static final String MESSAGES = " -type f \\( -path '*/cur/*' -o -path '*/new/*' \\) ";

    private final Mailbox mailbox;
    private final Owner owner;
    private final String place;
    private final String argument;

    OddityFindings(Mailbox mailbox, Owner owner) {
        this.mailbox = mailbox;
        this.owner = owner;
        this.place = new DiskPath(mailbox.maildir()).toString();
        this.argument = Repair.quoted(mailbox.maildir());
    }

    List<Finding> findings(MailFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Oddity oddity : Oddity.values()) {
            Optional<Some> some = facts.odd(oddity);
            if (some.isPresent() && !isToldOtherwise(oddity, facts)) {
                findings.add(finding(oddity, some.get()));
            }
        }
        return findings;
    }

    /** Of modes the worse case tells both. */
    private static boolean isToldOtherwise(Oddity oddity, MailFacts facts) {
        return oddity == Oddity.MODE && facts.odd(Oddity.OPEN).isPresent();
    }

    private Finding finding(Oddity oddity, Some some) {
        Finding finding = MailAuditor.finding(
                mailbox,
                MailRule.of(oddity),
                mailbox.maildir(),
                found(oddity, some) + ": " + some.names(),
                remedy(oddity, some));
        return switch (oddity) {
            case OPEN ->
                finding.withSeverity(Severity.WARNING).withEffect(Effect.LEAKED).withMessages(some.count());
            case UNREADABLE, LINKED, EMPTY, TWICE -> finding.withMessages(some.count());
            default -> finding;
        };
    }

    private String found(Oddity oddity, Some some) {
        return switch (oddity) {
            case UNREADABLE -> messages(some) + " in " + place + " can not be read by the mail owner " + owner;
            case OPEN -> messages(some) + " in " + place + " can be changed by others than the mail owner";
            case MODE ->
                messages(some) + " in " + place + " "
                        + (some.count() == 1 ? "has a mode" : "have modes")
                        + " that no mail program gives";
            case SPECIAL -> count(some, "FIFO, socket or device", "FIFOs, sockets or devices") + " in " + place;
            case DIRECTORY -> count(some, "directory", "directories") + " among the messages of " + place;
            case LINKED -> count(some, "symbolic link", "symbolic links") + " among the messages of " + place;
            case EMPTY -> messages(some) + " in " + place + " without any content";
            case UNMARKED -> messages(some) + " in " + place + " without :2, at the end of the name";
            case FLAGS -> messages(some) + " in " + place + " with other flags than :2, and letters";
            case TWICE ->
                messages(some) + " in " + place
                        + " with the name that another message of the folder has, but for the flags";
            case STALE -> count(some, "file", "files") + " in tmp of " + place + " that nobody writes any more";
            case OUTSIDE_LINK -> messages(some) + " in " + place + " with a further name outside of it";
            case NO_UID_LIST ->
                count(some, "folder", "folders") + " of " + place
                        + " with keywords of messages and without courierimapuiddb";
            case UID_LIST_MALFORMED ->
                count(some, "folder", "folders") + " of " + place
                        + " with a courierimapuiddb that Courier can not read";
            case UID_TWICE ->
                count(some, "folder", "folders") + " of " + place
                        + " with a courierimapuiddb that gives one UID to two messages";
        };
    }

    private String remedy(Oddity oddity, Some some) {
        return switch (oddity) {
            case UNREADABLE ->
                "Run as root: find " + argument + MESSAGES + "\\( ! -uid " + owner.uid()
                        + " -o ! -perm -0400 \\) -exec chown -h " + owner + " {} + -exec chmod 0600 {} +";
            case OPEN, MODE ->
                "Run as the mail owner: find " + argument + MESSAGES + "-perm /07133 -exec chmod 0600 {} +";
            case SPECIAL ->
                "Look what has made it, then delete it: find " + argument + " ! -type f ! -type d ! -type l -ls";
            case DIRECTORY ->
                "Look for mail in it, move that to new and the rest away: find " + first(some) + " -type f";
            case LINKED ->
                "Look what it shows, then delete it: find " + argument
                        + " -type l \\( -path '*/cur/*' -o -path '*/new/*' \\) ! -path '*/shared-folders/*' -ls";
            case EMPTY ->
                "Take them from a backup of the day they came, or delete them: find " + argument + MESSAGES
                        + "-empty -ls";
            case UNMARKED ->
                "Run as the mail owner: find " + argument
                        + " -type f -path '*/cur/*' ! -name '*:*' -exec sh -c 'mv -n \"$1\" \"$1:2,\"' _ {} \\;";
            case FLAGS -> "Rename each so that it ends with :2, and its flags: ls -d " + first(some);
            case TWICE ->
                "Compare the two, and delete one or give it another name, before a change of flags puts one"
                        + " in the place of the other: ls -l " + alike(some);
            case STALE -> "Look at them, then delete them: find " + argument + " -path '*/tmp/*' -mmin +2160 -ls";
            case OUTSIDE_LINK -> "Look where the other name is: find " + top() + " -samefile " + first(some);
            case NO_UID_LIST ->
                "Bring courierimapuiddb back from a backup before the folder is opened: with a new one"
                        + " mail programs load all messages again";
            case UID_LIST_MALFORMED ->
                "Bring it back from a backup; else nothing: Courier makes a new one when the"
                        + " folder is opened, and mail programs load all messages again";
            case UID_TWICE ->
                "Run as the mail owner: mv -n " + uidList(some) + " " + uidList(some)
                        + ".aside; mail programs load all messages again then";
        };
    }

    private String first(Some some) {
        return Repair.quoted(mailbox.maildir().resolve(some.first().get(0)));
    }

    /** The two of a pair, by a pattern of the shell. */
    private String alike(Some some) {
        Path file = some.first().get(0);
        String name = file.getFileName().toString().replaceFirst("[:!;].*", "");
        Path folder = mailbox.maildir().resolve(file).resolveSibling("").resolveSibling("");
        return Repair.quoted(folder) + "/*/" + Repair.quoted(name) + "*";
    }

    private String uidList(Some some) {
        Path folder = some.first().get(0);
        Path place = folder.equals(Path.of("INBOX"))
                ? mailbox.maildir()
                : mailbox.maildir().resolve(folder);
        return Repair.quoted(place.resolve("courierimapuiddb"));
    }

    /** Hard links do not leave a file system; the mail base is likely to be one. */
    private String top() {
        return argument + "/../.. -xdev";
    }

    private static String messages(Some some) {
        return count(some, "message", "messages");
    }

    private static String count(Some some, String one, String several) {
        return some.count() + " " + (some.count() == 1 ? one : several);
    }
}
