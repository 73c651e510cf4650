package vmail.report.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import vmail.account.Account;
import vmail.account.DiskPath;
import vmail.account.LiveEntry;
import vmail.account.Origin;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Mending;
import vmail.rule.Severity;
import vmail.rule.StoreRule;
import vmail.store.Repair;

/** The words for stores that mail tells something about: whose it is, since when it lies there. */
public final class StoreFindings {

    private StoreFindings() {}

    public static boolean isMissingMaildir(Finding finding) {
        return finding.rule().equals(StoreRule.MAILDIR_PRESENT.id());
    }

    public static boolean isOrphanMaildir(Finding finding) {
        return finding.rule().equals(StoreRule.NO_ORPHAN_MAILDIR.id());
    }

    /** Whether it says that no account has something. */
    public static boolean isOrphan(Finding finding) {
        return isOrphanMaildir(finding)
                || finding.rule().equals(StoreRule.NO_ORPHAN_LINK.id())
                || finding.rule().equals(StoreRule.NO_STRAY_FILE.id());
    }

    /**
     * An account that was given a store with somebody else's mail in it.
     *
     * @param before messages that were there before the account
     */
    public static Finding reused(Account account, long before, Instant created) {
        Path store = account.store().path();
        return StoreRule.STORE_NOT_REUSED
                .finding(
                        new LiveEntry(),
                        account.dn().toString(),
                        "%s holds %d message%s from before the account was made (%s)"
                                .formatted(store, before, before == 1 ? "" : "s", created),
                        "Look whose mail it is: find " + Repair.quoted(store)
                                + " -type f -path '*/[cn]*/*' ! -newerct '"
                                + created
                                + "'; if it is somebody else's, give the account another mailMessageStore, or move the"
                                + " mail away; if it is the same person's, run vmail accept on the finding")
                .at(store)
                .withMessages(before);
    }

    /** An account that is about to become visible, with mail in its store that may be somebody else's. */
    public static Finding taken(Account account, Origin origin, long messages) {
        Path store = account.store().path();
        return StoreRule.STORE_NOT_REUSED
                .finding(
                        origin,
                        account.dn().toString(),
                        "is left as it is, because %s holds %d message%s from before the account"
                                .formatted(store, messages, messages == 1 ? "" : "s"),
                        "Look whose mail it is: ls -l " + Repair.quoted(store.resolve("cur")) + " "
                                + Repair.quoted(store.resolve("new"))
                                + "; if it is this account's, run the same command with"
                                + " --adopt-mail; else give the account another mailMessageStore, or move the mail away")
                .at(store)
                .withMessages(messages);
    }

    /**
     * A maildir without an account, with what its mail says.
     *
     * @param words the number of messages
     * @param recently mail that came later shows that somebody is missed
     */
    public static Finding orphan(
            Finding finding, long messages, String words, Optional<Instant> newest, Instant recently) {
        Finding counted = new Finding(
                        finding.rule(),
                        finding.severity(),
                        finding.effect(),
                        finding.origin(),
                        finding.dn(),
                        finding.message() + ", with " + words,
                        finding.remedy())
                .mended(finding.mending())
                .withMessages(messages);
        if (messages == 0) {
            return counted.withSeverity(Severity.NOTE).withEffect(Effect.NONE);
        }
        return newest.filter(recently::isBefore).isPresent()
                ? new Finding(
                                finding.rule(),
                                Severity.ERROR,
                                Effect.BOUNCED,
                                finding.origin(),
                                finding.dn(),
                                counted.message() + ", the last of " + newest.get()
                                        + ": an account is missing or was renamed, and its mail is refused now",
                                finding.remedy())
                        .mended(Mending.BY_HAND)
                        .withMessages(messages)
                : counted;
    }

    /** A maildir without an account and an account without a maildir that look like one person's. */
    public static Finding renamed(Finding missing, Finding orphan, String reason) {
        Path from = orphan.place().orElseThrow();
        Path to = missing.place().orElseThrow();
        return StoreRule.STORE_NOT_RENAMED
                .finding(
                        new DiskPath(from),
                        missing.dn(),
                        "probably the maildir of this account, which is missing at " + to + ": its name is " + reason,
                        "If it is: vmail repair --plan; or run as the mail owner: mkdir -p "
                                + Repair.quoted(to.resolveSibling("")) + " && mv -nT " + Repair.quoted(from) + " "
                                + Repair.quoted(to) + " && rmdir --ignore-fail-on-non-empty "
                                + Repair.quoted(from.resolveSibling("")))
                .at(from)
                .about(to.toString())
                .withMessages(orphan.messages())
                .stamped(missing.stamps());
    }
}
