package vmail.repair;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmail.account.FolderName;
import vmail.account.RecordKind;
import vmail.reader.disk.FolderNameLook;
import vmail.rule.AliasNotOwnMail;
import vmail.rule.BoxNotUid;
import vmail.rule.BoxesOnSharedOnly;
import vmail.rule.DomainWellFormed;
import vmail.rule.MailRule;
import vmail.rule.Rule;
import vmail.rule.RuleContext;
import vmail.rule.SeeAlsoOnPersonalOnly;
import vmail.rule.SeeAlsoShared;
import vmail.rule.StoreRule;
import vmail.rule.StoreWellFormed;
import vmail.rule.UniqueDomain;

/**
 * Which act puts the findings of which rule right, in the order in which they are carried out: who may go where before what is made
 * there, folders before the links to them, the directory first of all.
 */
final class Acts {

    private static final Map<String, Act> BY_RULE = new HashMap<>();
    private static final Map<String, Integer> ORDER = new HashMap<>();

    static {
        put(new StoreSlash(), new StoreWellFormed(RuleContext.ofHowto().base()));
        put(
                EntryAct.without(
                        "postOfficeBox", (entry, box) -> entry.values("uid").contains(box)),
                new BoxNotUid());
        put(EntryAct.none("postOfficeBox", RecordKind.PERSONAL), new BoxesOnSharedOnly());
        put(EntryAct.none("seeAlso", RecordKind.SHARED), new SeeAlsoOnPersonalOnly());
        put(EntryAct.without("mailAlternateAddress", AliasNotOwnMail::isOwnMail), new AliasNotOwnMail());
        put(EntryAct.without("seeAlso", SeeAlsoShared::isItself), new SeeAlsoShared());
        put(EntryAct.written("associatedDomain", DomainWellFormed::written), new DomainWellFormed());
        put(new DomainOnce(), new UniqueDomain());
        put(new ParentRights(), StoreRule.PARENT_USABLE);
        put(new Owners(), StoreRule.MAILDIR_OWNER);
        put(
                new Modes(),
                StoreRule.MAILDIR_USABLE,
                StoreRule.MAILDIR_PRIVATE,
                StoreRule.SHARABLE_MAILDIR_MODE,
                StoreRule.SHARED_FOLDER_MODE);
        put(new MessageRights(), MailRule.MESSAGE_READABLE, MailRule.MESSAGE_MODE);
        put(new MessageMarks(), MailRule.MESSAGE_MARKED);
        put(
                new MissingItems(),
                StoreRule.MAILDIR_PRESENT,
                StoreRule.SHARABLE_MAILDIR_PRESENT,
                StoreRule.SHARED_FOLDER_PRESENT,
                StoreRule.SHARED_BOX_PRESENT,
                StoreRule.MAILDIR_COMPLETE,
                StoreRule.SHARED_FOLDER_MARKED,
                StoreRule.DELIVERY_LINK_PRESENT);
        put(new FolderParts(), StoreRule.FOLDER_COMPLETE, StoreRule.FOLDER_MARKED);
        put(new OtherName(FolderNameLook::asCourierHasIt), StoreRule.FOLDER_NAME_DECODED);
        put(new OtherName(FolderName::asFolder), StoreRule.NO_INNER_MAILDIR);
        put(new WrongKind(), StoreRule.MAILDIR_KIND);
        put(new LinkTarget(), StoreRule.DELIVERY_LINK_TARGET);
        put(new RealDirectory(), StoreRule.DELIVERY_LINK_IS_LINK);
        put(new FileRights(), StoreRule.SUBSCRIPTION_FILE);
        put(
                SubscriptionFile::propose,
                StoreRule.SUBSCRIPTION_PRESENT,
                StoreRule.SUBSCRIPTION_LINE,
                StoreRule.SUBSCRIPTION_ONCE);
        put(new Revocation(), StoreRule.NO_STRAY_SUBSCRIPTION, StoreRule.SUBSCRIPTION_NICK);
        put(found -> new Opened().propose(found.above()), StoreRule.OPENED_FOLDER_PRESENT);
        put(new RenamedStore(), StoreRule.STORE_NOT_RENAMED);
        put(new CommaDirectory(), StoreRule.NO_COMMA_DIRECTORY);
        put(
                new OutOfTheWay(),
                StoreRule.NO_ORPHAN_MAILDIR,
                StoreRule.NO_ORPHAN_SHARED_MAILDIR,
                StoreRule.NO_ORPHAN_LINK,
                StoreRule.NO_ORPHAN_FOLDER,
                StoreRule.NO_FOREIGN_FILE,
                StoreRule.NO_STRAY_FILE);
    }

    private Acts() {}

    private static void put(Act act, Rule... rules) {
        Arrays.stream(rules).map(Rule::id).forEach(id -> {
            BY_RULE.put(id, act);
            ORDER.put(id, ORDER.size());
        });
    }

    /** Empty for what only people can put right. */
    static Optional<Act> of(String rule) {
        return Optional.ofNullable(BY_RULE.get(rule));
    }

    static int order(String rule) {
        return ORDER.getOrDefault(rule, Integer.MAX_VALUE);
    }

    static Set<String> rules() {
        return Set.copyOf(BY_RULE.keySet());
    }
}
