package vmail.rule;

import vmail.message.Oddity;

/**
 * What must hold for the messages of an account. Only {@code vmail audit --deep} looks: it takes one look at each message.
 */
public enum MailRule implements Rule {
    /** The mail owner can read every message. */
    MESSAGE_READABLE(Severity.ERROR, Effect.UNSEEN, Mending.AUTOMATIC),
    /** Only the mail owner can write to a message, and none is a program (Postfix: 0600, Courier: 0644). */
    MESSAGE_MODE(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** No symbolic link stands where a message belongs: Courier shows the file that it points to. */
    MESSAGE_NOT_LINKED(Severity.ERROR, Effect.LEAKED),
    /** A message has content. */
    MESSAGE_NOT_EMPTY(Severity.WARNING, Effect.LOST),
    /** The name of a message in {@code cur} ends with {@code :2,} and its flags. */
    MESSAGE_MARKED(Severity.NOTE, Effect.NONE, Mending.AUTOMATIC),
    /** Nothing but {@code :2,} and letters stands where the flags belong. */
    MESSAGE_FLAGS(Severity.NOTE, Effect.NONE),
    /** No two messages of a folder have the same name but for their flags. */
    MESSAGE_ONCE(Severity.WARNING, Effect.LOST),
    /** {@code new} and {@code cur} hold no directories. */
    ONLY_MESSAGES(Severity.WARNING, Effect.UNSEEN),
    /** A maildir holds no FIFOs, sockets and devices. */
    NO_SPECIAL_FILE(Severity.WARNING, Effect.UNSEEN),
    /** A message has no further name outside of its account. */
    NO_OUTSIDE_LINK(Severity.NOTE, Effect.NONE),
    /** What is in {@code tmp} is being written (maildir(5): for 36 hours at most). */
    NO_STALE_TMP(Severity.NOTE, Effect.NONE),
    /** A folder that has been in use has its list of UIDs. */
    UID_LIST_PRESENT(Severity.WARNING, Effect.NONE),
    /** Courier can read the list of UIDs. */
    UID_LIST_WELL_FORMED(Severity.NOTE, Effect.NONE),
    /** Each message of a folder has a UID of its own. */
    UID_UNIQUE(Severity.WARNING, Effect.UNSEEN),
    /** {@code maildirsize} can be read (maildirquota(7)). */
    QUOTA_FILE_WELL_FORMED(Severity.NOTE, Effect.NONE),
    /** {@code maildirsize} tells how much mail there is, and the limit that the directory has. */
    QUOTA_FILE_TRUE(Severity.NOTE, Effect.NONE),
    /** A maildir is not larger than its quota. */
    QUOTA_KEPT(Severity.NOTE, Effect.NONE),
    /** Somebody opens the INBOX now and then. */
    NEW_MAIL_OPENED(Severity.NOTE, Effect.UNSEEN),
    /** An account that gets mail has been opened once at least. */
    MAILBOX_OPENED(Severity.NOTE, Effect.UNSEEN),
    /** Somebody uses an active account. */
    ACCOUNT_IN_USE(Severity.NOTE, Effect.NONE),
    /** A folder has not so many messages that mail programs become slow. */
    FOLDER_SIZE(Severity.NOTE, Effect.NONE),
    /** An inactive account gets no mail. */
    INACTIVE_GETS_NO_MAIL(Severity.WARNING, Effect.UNSEEN),
    /** Mail for a shared account is in its folder, and not in the sharable maildir around it. */
    NO_MAIL_IN_SHARABLE_MAILDIR(Severity.WARNING, Effect.UNSEEN),
    /** A sharable maildir has no {@code maildirsize}. */
    NO_QUOTA_IN_SHARABLE_MAILDIR(Severity.NOTE, Effect.NONE),
    /** Somebody opens a shared folder that gets mail. */
    SHARED_MAIL_OPENED(Severity.WARNING, Effect.UNSEEN);

    private final Severity severity;
    private final Effect effect;
    private final Mending mending;

    MailRule(Severity severity, Effect effect) {
        this(severity, effect, Mending.BY_HAND);
    }

    MailRule(Severity severity, Effect effect, Mending mending) {
        this.severity = severity;
        this.effect = effect;
        this.mending = mending;
    }

    /** The rule that something odd breaks. */
    public static MailRule of(Oddity oddity) {
        return switch (oddity) {
            case UNREADABLE -> MESSAGE_READABLE;
            case MODE, OPEN -> MESSAGE_MODE;
            case SPECIAL -> NO_SPECIAL_FILE;
            case DIRECTORY -> ONLY_MESSAGES;
            case LINKED -> MESSAGE_NOT_LINKED;
            case EMPTY -> MESSAGE_NOT_EMPTY;
            case UNMARKED -> MESSAGE_MARKED;
            case FLAGS -> MESSAGE_FLAGS;
            case TWICE -> MESSAGE_ONCE;
            case STALE -> NO_STALE_TMP;
            case OUTSIDE_LINK -> NO_OUTSIDE_LINK;
            case NO_UID_LIST -> UID_LIST_PRESENT;
            case UID_LIST_MALFORMED -> UID_LIST_WELL_FORMED;
            case UID_TWICE -> UID_UNIQUE;
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
}
