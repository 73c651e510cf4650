package vmail.report.mail;

import static java.time.ZoneOffset.UTC;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.message.FolderFacts;
import vmail.message.MailFacts;
import vmail.message.Mailbox;
import vmail.rule.Finding;
import vmail.rule.MailRule;
import vmail.store.Repair;

/** Mail that comes and is not opened. */
final class UseFindings {

    /** What was accepted before an account became inactive may arrive a little later. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(1);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(UTC);

    private final Mailbox mailbox;
    private final MailFacts facts;
    private final Limits limits;
    private final Instant now;
    private final Path maildir;

    UseFindings(Mailbox mailbox, MailFacts facts, Limits limits, Instant now) {
        this.mailbox = mailbox;
        this.facts = facts;
        this.limits = limits;
        this.now = now;
        this.maildir = mailbox.maildir();
    }

    /** One of three, since each says what the next one does. */
    List<Finding> ofPerson() {
        if (facts.complete() && isAfter(limits.dormant(), facts.touched()) && isOld(limits.dormant())) {
            return List.of(MailAuditor.finding(
                    mailbox,
                    MailRule.ACCOUNT_IN_USE,
                    maildir,
                    "nobody has used " + new DiskPath(maildir) + " and nothing was delivered since "
                            + DAY.format(facts.touched()),
                    "Ask whether the account is still needed, and make it inactive if not"));
        }
        return facts.inbox()
                .flatMap(inbox -> waiting(inbox, maildir))
                .map(waiting -> facts.opened() ? unread(waiting) : neverOpened(waiting))
                .map(List::of)
                .orElse(List.of());
    }

    List<Finding> ofShared() {
        List<Finding> findings = new ArrayList<>();
        for (FolderFacts folder : facts.folders()) {
            if (folder.name().equals(FolderFacts.INBOX)) {
                if (folder.messages() > 0) {
                    findings.add(inSharable(folder));
                }
            } else if (folder.name().toString().equals(mailbox.shared().get(0))) {
                waiting(folder, maildir.resolve(folder.name()))
                        .map(this::unopened)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    List<Finding> ofInactive() {
        Optional<Instant> newest = facts.inbox().flatMap(FolderFacts::newest);
        Optional<Instant> inactive = mailbox.stamps().modified();
        boolean gets = newest.isPresent()
                && inactive.isPresent()
                && newest.get().isAfter(inactive.get().plus(ON_ITS_WAY))
                && !newest.get().isAfter(now.plus(ON_ITS_WAY));
        return gets
                ? List.of(MailAuditor.finding(
                        mailbox,
                        MailRule.INACTIVE_GETS_NO_MAIL,
                        maildir,
                        "the account is inactive since " + DAY.format(inactive.get()) + " or longer, and "
                                + new DiskPath(maildir) + " got mail on " + DAY.format(newest.get()),
                        "Look whether Postfix asks for accountStatus: vmail doctor --postfix-config /etc/postfix"))
                : List.of();
    }

    /** New mail that lies longer than it may. */
    private record Waiting(Path place, long messages, Instant oldest) {

        String words() {
            return messages == 1
                    ? "1 message waits in " + new DiskPath(place.resolve("new")) + " since " + DAY.format(oldest)
                    : messages + " messages wait in " + new DiskPath(place.resolve("new")) + ", the oldest since "
                            + DAY.format(oldest);
        }
    }

    private Optional<Waiting> waiting(FolderFacts folder, Path place) {
        return folder.oldestFresh()
                .filter(oldest -> isAfter(limits.unread(), oldest))
                .map(oldest -> new Waiting(place, folder.fresh(), oldest));
    }

    private Finding unread(Waiting waiting) {
        return told(
                MailRule.NEW_MAIL_OPENED,
                waiting,
                "nobody has opened the INBOX",
                "Ask the owner whether the account is still needed, or read in another place");
    }

    private Finding neverOpened(Waiting waiting) {
        return told(
                MailRule.MAILBOX_OPENED,
                waiting,
                "nobody has ever opened the account",
                "Ask whether its owner knows of it, and make it inactive if nobody needs it");
    }

    private Finding unopened(Waiting waiting) {
        return told(
                MailRule.SHARED_MAIL_OPENED,
                waiting,
                "no subscriber has opened the folder",
                "Ask the subscribers whether they see the folder: vmail explain " + Repair.quoted(waiting.place()));
    }

    private Finding told(MailRule rule, Waiting waiting, String meaning, String remedy) {
        return MailAuditor.finding(mailbox, rule, waiting.place(), waiting.words() + ": " + meaning, remedy)
                .withMessages(waiting.messages());
    }

    private Finding inSharable(FolderFacts folder) {
        String from = Repair.quoted(maildir);
        String target = Repair.quoted(maildir.resolve(mailbox.shared().get(0)).resolve("new"));
        return MailAuditor.finding(
                        mailbox,
                        MailRule.NO_MAIL_IN_SHARABLE_MAILDIR,
                        maildir,
                        folder.messages() + (folder.messages() == 1 ? " message" : " messages") + " in cur and new of "
                                + new DiskPath(maildir) + ", which no mail program shows",
                        "Run as the mail owner: find " + from + "/new " + from
                                + "/cur -maxdepth 1 -type f -exec mv -n -t " + target + " {} +")
                .withMessages(folder.messages());
    }

    private boolean isAfter(Duration limit, Instant time) {
        return time.isBefore(now.minus(limit));
    }

    /** Whether the account has had the time; unknown is yes. */
    private boolean isOld(Duration limit) {
        return mailbox.stamps()
                .created()
                .map(created -> isAfter(limit, created))
                .orElse(true);
    }
}
