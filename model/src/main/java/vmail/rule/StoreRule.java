package vmail.rule;

import vmail.account.Origin;
import vmail.store.Fault;

/**
 * What must hold between directory and disk. The writer of stores makes it hold, the audit looks whether it does; both work
 * from {@link vmail.store.StoreLayout}.
 */
public enum StoreRule implements Rule {
    /** The mail base is a directory in which the mail owner can make and delete (howto 1.7). */
    MAIL_BASE_USABLE(Severity.ERROR, Effect.DEFERRED),
    /** The mail owner can pass every directory between the mail base and a store. */
    PARENT_USABLE(Severity.ERROR, Effect.DEFERRED, Mending.AUTOMATIC),
    /** An active account has its maildir: Courier refuses the login without one, Postfix makes one with the first mail. */
    MAILDIR_PRESENT(Severity.ERROR, Effect.NOLOGIN, Mending.AUTOMATIC),
    /** A maildir or folder has {@code cur}, {@code new} and {@code tmp}. */
    MAILDIR_COMPLETE(Severity.ERROR, Effect.UNSEEN, Mending.AUTOMATIC),
    /** Where a maildir, folder or part of one belongs there is a directory. */
    MAILDIR_KIND(Severity.ERROR, Effect.NOLOGIN, Mending.PLANNED),
    /** No symbolic link stands where a maildir belongs: whoever logs in reads the mail it points to. */
    MAILDIR_NOT_LINKED(Severity.ERROR, Effect.LEAKED),
    /** Maildirs and folders belong to the mail owner (howto 1.8: "if it's executed as root ..."). */
    MAILDIR_OWNER(Severity.ERROR, Effect.DEFERRED, Mending.AUTOMATIC),
    /** The mail owner has all permissions on maildirs and folders. */
    MAILDIR_USABLE(Severity.ERROR, Effect.DEFERRED, Mending.AUTOMATIC),
    /** Nobody but the mail owner has a permission on a person's maildir ({@code maildirmake}: 0700). */
    MAILDIR_PRIVATE(Severity.WARNING, Effect.LEAKED, Mending.AUTOMATIC),
    /** The sharable maildir of a shared account is there. */
    SHARABLE_MAILDIR_PRESENT(Severity.ERROR, Effect.DEFERRED, Mending.AUTOMATIC),
    /** A sharable maildir has the modes of {@code maildirmake -S}. */
    SHARABLE_MAILDIR_MODE(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** The folder that mail for a shared account is delivered to is there. */
    SHARED_FOLDER_PRESENT(Severity.ERROR, Effect.DEFERRED, Mending.AUTOMATIC),
    /** The further folders of a shared account ({@code postOfficeBox}) are there. */
    SHARED_BOX_PRESENT(Severity.WARNING, Effect.UNSEEN, Mending.AUTOMATIC),
    /** A shared folder has the modes of {@code maildirmake -s write -f}. */
    SHARED_FOLDER_MODE(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** A shared folder has the file {@code maildirfolder}. */
    SHARED_FOLDER_MARKED(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** The delivery link is there; where it is missing Postfix makes a real directory, which nobody reads. */
    DELIVERY_LINK_PRESENT(Severity.ERROR, Effect.UNSEEN, Mending.AUTOMATIC),
    /** The delivery link is a symbolic link. */
    DELIVERY_LINK_IS_LINK(Severity.ERROR, Effect.UNSEEN, Mending.PLANNED),
    /** The delivery link points to the folder of its own account. */
    DELIVERY_LINK_TARGET(Severity.ERROR, Effect.LEAKED),
    /** Who has a seeAlso to a shared account has its line in {@code shared-maildirs}. */
    SUBSCRIPTION_PRESENT(Severity.WARNING, Effect.UNSEEN, Mending.AUTOMATIC),
    /** A line of {@code shared-maildirs} is one that Courier can use, and each nick has one path. */
    SUBSCRIPTION_LINE(Severity.WARNING, Effect.UNSEEN, Mending.AUTOMATIC),
    /** {@code shared-maildirs} is a file that Courier can read. */
    SUBSCRIPTION_FILE(Severity.WARNING, Effect.UNSEEN, Mending.AUTOMATIC),
    /** Every line of an active account's {@code shared-maildirs}, and each folder opened before, has its seeAlso. */
    NO_STRAY_SUBSCRIPTION(Severity.ERROR, Effect.LEAKED, Mending.PLANNED),
    /** Every maildir has an account. */
    NO_ORPHAN_MAILDIR(Severity.WARNING, Effect.UNSEEN, Mending.PLANNED),
    /** Every link in {@code shared} has a shared account. */
    NO_ORPHAN_LINK(Severity.WARNING, Effect.NONE, Mending.PLANNED),
    /** Every sharable maildir has a shared account. */
    NO_ORPHAN_SHARED_MAILDIR(Severity.WARNING, Effect.LEAKED, Mending.PLANNED),
    /** Every folder of a sharable maildir is the folder or a box of a shared account. */
    NO_ORPHAN_FOLDER(Severity.WARNING, Effect.NONE, Mending.PLANNED),
    /** A person's folder has {@code cur}, {@code new} and {@code tmp}. */
    FOLDER_COMPLETE(Severity.WARNING, Effect.UNSEEN, Mending.AUTOMATIC),
    /** A person's folder has the file {@code maildirfolder}. */
    FOLDER_MARKED(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** The name of a folder on disk is UTF-8, as Courier 5 has it, and not the modified UTF-7 of its forerunners. */
    FOLDER_NAME_DECODED(Severity.WARNING, Effect.UNSEEN, Mending.PLANNED),
    /** A mail program can select every folder. */
    FOLDER_NAME_USABLE(Severity.WARNING, Effect.UNSEEN),
    /** Folders of one account differ by more than case and the form of their letters. */
    FOLDER_NAMES_APART(Severity.NOTE, Effect.NONE),
    /** No maildir lies inside of a maildir but as a folder of it. */
    NO_INNER_MAILDIR(Severity.WARNING, Effect.UNSEEN, Mending.PLANNED),
    /** Nothing in a maildir is another mail server's. */
    NO_FOREIGN_FILE(Severity.NOTE, Effect.NONE, Mending.PLANNED),
    /** {@code cur}, {@code new} and {@code tmp} are on one file system: delivery and reading move mail between them. */
    MAILDIR_ON_ONE_DEVICE(Severity.ERROR, Effect.DEFERRED),
    /** Names in one directory differ by more than case: {@code mailMessageStore} is case-exact, people are not. */
    NAMES_APART(Severity.WARNING, Effect.UNSEEN),
    /** A person sees a shared folder once, under the name that its account has now. */
    SUBSCRIPTION_NICK(Severity.NOTE, Effect.NONE, Mending.PLANNED),
    /** No line stands twice in {@code shared-maildirs}. */
    SUBSCRIPTION_ONCE(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** What has been opened of a shared folder leads to a folder that is there. */
    OPENED_FOLDER_PRESENT(Severity.NOTE, Effect.UNSEEN, Mending.PLANNED),
    /** A new account's store holds no mail that was there before the account. */
    STORE_NOT_REUSED(Severity.ERROR, Effect.LEAKED),
    /** No maildir without an account looks like that of an account without a maildir. */
    STORE_NOT_RENAMED(Severity.ERROR, Effect.UNSEEN, Mending.PLANNED),
    /** Nothing lies beside maildirs that is none. */
    NO_STRAY_FILE(Severity.NOTE, Effect.NONE, Mending.PLANNED),
    /** No directory's name ends with a comma: Postfix makes it for an address that several accounts have. */
    NO_COMMA_DIRECTORY(Severity.ERROR, Effect.LOST, Mending.PLANNED);

    private final Severity severity;
    private final Effect effect;
    private final Mending mending;

    StoreRule(Severity severity, Effect effect) {
        this(severity, effect, Mending.BY_HAND);
    }

    StoreRule(Severity severity, Effect effect, Mending mending) {
        this.severity = severity;
        this.effect = effect;
        this.mending = mending;
    }

    /** The rule that a fault breaks. */
    public static StoreRule of(Fault.Kind fault) {
        return switch (fault) {
            case BASE -> MAIL_BASE_USABLE;
            case PARENT -> PARENT_USABLE;
            case NO_DIRECTORY -> MAILDIR_KIND;
            case LINKED -> MAILDIR_NOT_LINKED;
            case INCOMPLETE -> MAILDIR_COMPLETE;
            case OWNER -> MAILDIR_OWNER;
            case NOT_USABLE -> MAILDIR_USABLE;
            case NOT_PRIVATE -> MAILDIR_PRIVATE;
            case SHARABLE_MODE -> SHARABLE_MAILDIR_MODE;
            case FOLDER_MODE -> SHARED_FOLDER_MODE;
            case MARKER -> SHARED_FOLDER_MARKED;
            case NO_LINK -> DELIVERY_LINK_IS_LINK;
            case TARGET, NO_TARGET -> DELIVERY_LINK_TARGET;
            case SUBSCRIPTION_FILE -> SUBSCRIPTION_FILE;
            case SUBSCRIPTION_LINE -> SUBSCRIPTION_LINE;
            case DEVICES -> MAILDIR_ON_ONE_DEVICE;
            case FOLDER_INCOMPLETE -> FOLDER_COMPLETE;
            case FOLDER_MARKER -> FOLDER_MARKED;
            case FOLDER_ENCODED -> FOLDER_NAME_DECODED;
            case FOLDER_NAME -> FOLDER_NAME_USABLE;
            case FOLDER_TWIN -> FOLDER_NAMES_APART;
            case INNER_MAILDIR -> NO_INNER_MAILDIR;
            case FOREIGN_FILE -> NO_FOREIGN_FILE;
        };
    }

    @Override
    public String id() {
        return Rule.idOf(this);
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public Mending mending() {
        return mending;
    }

    /** The finding of a fault, with the effect of its case. */
    public static Finding finding(Fault fault, Origin origin, String dn) {
        Finding finding = of(fault.kind())
                .finding(origin, dn, fault.found(), fault.remedy())
                .at(fault.path());
        if (fault.decided()) {
            return finding.mended(Mending.PLANNED);
        }
        return fault.kind() == Fault.Kind.NO_TARGET
                ? finding.withEffect(Effect.DEFERRED).mended(Mending.AUTOMATIC)
                : finding;
    }

    /**
     * A finding that concerns a place on disk.
     *
     * @param dn the account's, or empty when no account is concerned
     */
    public Finding finding(Origin origin, String dn, String message, String remedy) {
        return new Finding(id(), severity, effect, origin, dn, message, remedy).mended(mending());
    }
}
