package vmail.effects;

import static vmail.effects.Entries.ALBERT;
import static vmail.effects.Entries.SEVEN;
import static vmail.effects.Entries.add;
import static vmail.effects.Entries.delete;
import static vmail.effects.Entries.replace;

import java.util.List;
import vmail.rule.Effect;

/** Stores and personal maildirs. */
final class StoreRows {

    private static final String NO_SLASH = replace(ALBERT, "mailMessageStore: /vmail/albert.onestone/Maildir");
    private static final String RIGHT = replace(ALBERT, "mailMessageStore: /vmail/albert.onestone/Maildir/");
    private static final List<Reader> SEVENS = List.of(new Reader(Person.SEVEN, "INBOX"));

    private StoreRows() {}

    static List<Row> all() {
        return List.of(
                Row.of("the store has no slash at its end, nothing is there", "store-well-formed", Effect.LOST)
                        .ldif(NO_SLASH)
                        .script("rm -r /vmail/albert.onestone/Maildir")
                        .decide("no-stray-file", """
                                sed 1d /vmail/albert.onestone/Maildir.aside > /vmail/albert.onestone/Maildir/new/1.mbox
                                rm /vmail/albert.onestone/Maildir.aside
                                """),
                Row.of("the store has no slash at its end, the maildir is there", "store-well-formed", Effect.DEFERRED)
                        .ldif(NO_SLASH),
                Row.of(
                                "the store has no slash at its end, the directory above is missing",
                                "store-well-formed",
                                Effect.DEFERRED)
                        .ldif(NO_SLASH)
                        .script("rm -r /vmail/albert.onestone"),
                Row.of("mailMessageStore is missing", "required-attributes", Effect.BOUNCED)
                        .ldif(delete(ALBERT, "mailMessageStore"))
                        .with("no-orphan-maildir")
                        .decide(
                                "required-attributes",
                                add(ALBERT, "mailMessageStore: /vmail/albert.onestone/Maildir/")),
                Row.of("mailMessageStore is empty", "required-attributes", Effect.BOUNCED)
                        .ldif(replace(ALBERT, "mailMessageStore:"))
                        .with("no-orphan-maildir")
                        .decide("required-attributes", RIGHT),
                Row.of("the store is relative", "store-well-formed", Effect.DEFERRED)
                        .ldif(replace(ALBERT, "mailMessageStore: onestone/Maildir/"))
                        .with("no-orphan-maildir")
                        .decide("store-well-formed", RIGHT),
                Row.of("the store is the right path without its first slash", "store-well-formed", Effect.NOLOGIN)
                        .ldif(replace(ALBERT, "mailMessageStore: ~vmail/albert.onestone/Maildir/")),
                Row.of("the store leads to another person's by ..", "unique-store", Effect.LEAKED)
                        .ldif(replace(ALBERT, "mailMessageStore: /vmail/albert.onestone/../seven.of.nine/Maildir/"))
                        .with("store-well-formed", "no-orphan-maildir")
                        .decide("unique-store", RIGHT)
                        .mailIsGone(),
                Row.of("the store is not in normal form", "store-well-formed", Effect.NONE)
                        .ldif(replace(ALBERT, "mailMessageStore: /vmail/seven.of.nine/../albert.onestone//Maildir/"))
                        .with("no-orphan-maildir"),
                Row.of("the store leaves the mail base by ..", "store-well-formed", Effect.DEFERRED)
                        .ldif(replace(ALBERT, "mailMessageStore: /vmail/../albert.onestone/Maildir/"))
                        .with("no-orphan-maildir")
                        .decide("store-well-formed", RIGHT),
                Row.of("the store has a blank", "store-well-formed", Effect.NONE)
                        .ldif(replace(ALBERT, "mailMessageStore: /vmail/albert onestone/Maildir/"))
                        .script("mv /vmail/albert.onestone '/vmail/albert onestone'")
                        .decide("store-well-formed", RIGHT)
                        .decide("no-orphan-maildir", moved("'/vmail/albert onestone'")),
                Row.of("a name in the store is longer than 255 bytes", "store-well-formed", Effect.DEFERRED)
                        .ldif(replace(ALBERT, "mailMessageStore: /vmail/" + "a".repeat(256) + "/Maildir/"))
                        .with("no-orphan-maildir")
                        .decide("store-well-formed", RIGHT),
                Row.of("the store has a comma", "store-well-formed", Effect.NONE)
                        .ldif(replace(ALBERT, "mailMessageStore: /vmail/albert,onestone/Maildir/"))
                        .script("mv /vmail/albert.onestone /vmail/albert,onestone")
                        .decide("store-well-formed", RIGHT)
                        .decide("no-orphan-maildir", moved("/vmail/albert,onestone")),
                Row.of("the mail base belongs to root", "mail-base-usable", Effect.DEFERRED)
                        .script("chown root:root /vmail && chmod 0700 /vmail"),
                Row.of("the maildir is missing", "maildir-present", Effect.NOLOGIN)
                        .script("rm -r /vmail/albert.onestone"),
                Row.of("the maildir belongs to root", "maildir-owner", Effect.DEFERRED)
                        .script("chown -R root:root /vmail/albert.onestone/Maildir"),
                Row.of("the maildir is missing, the directory above belongs to root", "parent-usable", Effect.DEFERRED)
                        .script("rm -r /vmail/albert.onestone/Maildir && chown root:root /vmail/albert.onestone"),
                Row.of("the directory above the maildir is closed", "parent-usable", Effect.DEFERRED)
                        .script("chmod 0 /vmail/albert.onestone"),
                Row.of("new in the maildir is not writable", "maildir-usable", Effect.DEFERRED)
                        .script("chmod 0500 /vmail/albert.onestone/Maildir/new"),
                Row.of("tmp is missing in a maildir with mail", "maildir-complete", Effect.UNSEEN)
                        .afterMail()
                        .script("rmdir /vmail/albert.onestone/Maildir/tmp"),
                Row.of("a file is where the maildir belongs", "maildir-kind", Effect.NOLOGIN)
                        .script("rm -r /vmail/albert.onestone/Maildir && touch /vmail/albert.onestone/Maildir"
                                + " && chown 5000:5000 /vmail/albert.onestone/Maildir")
                        .decide("no-stray-file", "rm /vmail/albert.onestone/Maildir.aside"),
                Row.of("the maildir is a link to another person's", "maildir-not-linked", Effect.LEAKED)
                        .mail("seven.of.nine@anotherdomain.nu", SEVENS)
                        .script("rm -r /vmail/albert.onestone/Maildir"
                                + " && ln -s /vmail/seven.of.nine/Maildir /vmail/albert.onestone/Maildir"),
                Row.of("two people have the same store", "unique-store", Effect.LEAKED)
                        .ldif(replace(SEVEN, "mailMessageStore: /vmail/albert.onestone/Maildir/"))
                        .with("no-orphan-maildir")
                        .decide("unique-store", replace(SEVEN, "mailMessageStore: /vmail/seven.of.nine/Maildir/")),
                Row.of("a store lies inside another person's, as a folder of it", "store-not-nested", Effect.LEAKED)
                        .mail("seven.of.nine@anotherdomain.nu", SEVENS)
                        .ldif(replace(SEVEN, "mailMessageStore: /vmail/albert.onestone/Maildir/.Seven/"))
                        .script("mv /vmail/seven.of.nine/Maildir /vmail/albert.onestone/Maildir/.Seven"
                                + " && rmdir /vmail/seven.of.nine")
                        .with("store-well-formed", "folder-marked")
                        .decide("store-not-nested", replace(SEVEN, "mailMessageStore: /vmail/seven.of.nine/Maildir/"))
                        .mailIsGone());
    }

    private static String moved(String from) {
        return "find " + from + " -type f -path '*/[cn]*/*:2,*' -exec mv -n -t /vmail/albert.onestone/Maildir/cur {} +"
                + " && rm -r " + from;
    }
}
