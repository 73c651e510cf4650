package vmail.report.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.message.MailFacts;
import vmail.message.Mailbox;
import vmail.message.QuotaFile;
import vmail.rule.Finding;
import vmail.rule.MailRule;
import vmail.store.Repair;

/** What {@code maildirsize} says, against what there is. Postfix's virtual(8) neither reads nor writes it. */
final class QuotaFindings {

    /** Postfix delivers without adding to the sum; Courier counts anew when it is old. */
    private static final double DRIFT = 0.1;

    private static final long FEW_BYTES = 10 << 20;

    private final Mailbox mailbox;
    private final MailFacts facts;
    private final Path file;
    private final String shown;

    QuotaFindings(Mailbox mailbox, MailFacts facts) {
        this.mailbox = mailbox;
        this.facts = facts;
        this.file = mailbox.maildir().resolve("maildirsize");
        this.shown = new DiskPath(file).toString();
    }

    List<Finding> ofShared() {
        return facts.quota().isEmpty()
                ? List.of()
                : List.of(finding(
                        MailRule.NO_QUOTA_IN_SHARABLE_MAILDIR,
                        shown + " gives a sharable maildir a quota, which Courier does not support",
                        "Run as the mail owner: mv -n " + Repair.quoted(file) + " " + Repair.quoted(file) + ".aside"));
    }

    List<Finding> ofPerson() {
        Optional<QuotaFile> quota = facts.quota();
        if (quota.isEmpty()) {
            return List.of();
        }
        QuotaFile found = quota.get();
        if (found.fault().isPresent()) {
            return List.of(finding(
                    MailRule.QUOTA_FILE_WELL_FORMED,
                    shown + " " + found.fault().get(),
                    "Run as the mail owner: mv -n " + Repair.quoted(file) + " " + Repair.quoted(file) + ".aside"));
        }
        List<Finding> findings = new ArrayList<>();
        limit(found).or(() -> sum(found)).ifPresent(findings::add);
        over(found).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> limit(QuotaFile found) {
        long wanted = mailbox.quota().orElse(0);
        return wanted == 0 || wanted == found.limitBytes()
                ? Optional.empty()
                : Optional.of(finding(
                        MailRule.QUOTA_FILE_TRUE,
                        shown + " has the limit " + found.limit() + ", the entry has mailQuotaSize " + wanted,
                        recount(wanted + "S" + (found.limitMessages() == 0 ? "" : "," + found.limitMessages() + "C"))));
    }

    private Optional<Finding> sum(QuotaFile found) {
        long least = facts.counted().bytes();
        long most = facts.counted().plus(facts.uncounted()).bytes();
        long off = Math.max(least - found.bytes(), found.bytes() - most);
        return !facts.complete() || off <= FEW_BYTES || off <= most * DRIFT
                ? Optional.empty()
                : Optional.of(finding(
                        MailRule.QUOTA_FILE_TRUE,
                        shown + " says %,d bytes, there are %,d".formatted(found.bytes(), most),
                        recount(found.limit())));
    }

    private Optional<Finding> over(QuotaFile found) {
        MailFacts.Amount least = facts.counted();
        boolean bytes = found.limitBytes() > 0 && least.bytes() > found.limitBytes();
        boolean messages = found.limitMessages() > 0 && least.messages() > found.limitMessages();
        return bytes || messages
                ? Optional.of(finding(
                        MailRule.QUOTA_KEPT,
                        new DiskPath(mailbox.maildir())
                                + " has %,d bytes in %,d messages, its quota is %s"
                                        .formatted(least.bytes(), least.messages(), found.limit()),
                        "Ask the owner to delete mail, or give more in " + shown
                                + "; Courier takes no copies any more, Postfix delivers all the same"))
                : Optional.empty();
    }

    private String recount(String limit) {
        return "Count anew, as the mail owner: maildirmake -q " + limit + " " + Repair.quoted(mailbox.maildir());
    }

    private Finding finding(MailRule rule, String message, String remedy) {
        return MailAuditor.finding(mailbox, rule, mailbox.maildir(), message, remedy);
    }
}
