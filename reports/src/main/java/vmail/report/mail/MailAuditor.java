package vmail.report.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vmail.account.DiskPath;
import vmail.account.LiveEntry;
import vmail.message.FolderFacts;
import vmail.message.MailFacts;
import vmail.message.Mailbox;
import vmail.rule.Finding;
import vmail.rule.MailRule;
import vmail.rule.Rule;
import vmail.store.Owner;
import vmail.store.Repair;

/**
 * What is wrong with an account's mail. One cause, one finding: of five hundred messages that somebody has copied as root there is one, with
 * their number and the first few names; its place is the maildir.
 */
public final class MailAuditor {

    private final Limits limits;
    private final Owner owner;
    private final Instant now;

    /** @param owner who mail must belong to */
    public MailAuditor(Limits limits, Owner owner, Instant now) {
        this.limits = limits;
        this.owner = owner;
        this.now = now;
    }

    /** What was written to {@code tmp} before then, and has not been moved to {@code new}, is left over. */
    public Instant staleBefore() {
        return now.minus(limits.stale());
    }

    /** Of what an inactive account has, only that it still gets mail: nobody sees the rest. */
    public List<Finding> findings(Mailbox mailbox, MailFacts facts) {
        UseFindings use = new UseFindings(mailbox, facts, limits, now);
        if (!mailbox.active()) {
            return use.ofInactive();
        }
        List<Finding> findings = new ArrayList<>(new OddityFindings(mailbox, owner).findings(facts));
        for (FolderFacts folder : facts.folders()) {
            if (folder.messages() > limits.largeFolder()) {
                findings.add(large(mailbox, folder));
            }
        }
        QuotaFindings quota = new QuotaFindings(mailbox, facts);
        if (mailbox.isShared()) {
            findings.addAll(use.ofShared());
            findings.addAll(quota.ofShared());
        } else {
            findings.addAll(use.ofPerson());
            findings.addAll(quota.ofPerson());
        }
        return findings;
    }

    private static Finding large(Mailbox mailbox, FolderFacts folder) {
        Path place = mailbox.maildir().resolve(folder.name());
        return finding(
                mailbox,
                MailRule.FOLDER_SIZE,
                place,
                "%s has %,d messages".formatted(new DiskPath(place), folder.messages()),
                "Ask who uses it to move what is old to other folders; see how much is of which year: find "
                        + Repair.quoted(place) + "/cur -type f -printf '%TY\\n' | sort | uniq -c");
    }

    static Finding finding(Mailbox mailbox, Rule rule, Path place, String message, String remedy) {
        return new Finding(rule.id(), rule.severity(), rule.effect(), new LiveEntry(), mailbox.dn(), message, remedy)
                .mended(rule.mending())
                .at(place)
                .stamped(mailbox.stamps());
    }
}
