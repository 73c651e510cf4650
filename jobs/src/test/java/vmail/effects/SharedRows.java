package vmail.effects;

import static vmail.effects.Entries.ALBERT;
import static vmail.effects.Entries.SEVEN;
import static vmail.effects.Entries.delete;
import static vmail.effects.Entries.replace;

import java.util.List;
import vmail.rule.Effect;

/** Shared folders: delivery links, subscriptions, readers. */
final class SharedRows {

    private static final String LINK = "/vmail/shared/timetravel.weekly/incoming";
    private static final String MAILDIR = "/vmail/shared.maildirs/timetravel.weekly";
    private static final String SUBSCRIPTIONS = "/vmail/albert.onestone/Maildir/shared-maildirs";
    private static final List<Reader> SEVEN_ONLY = List.of(new Reader(Person.SEVEN, Reader.SHARED));
    private static final String NO_SEE_ALSO = delete(ALBERT, "seeAlso");

    private SharedRows() {}

    static List<Row> all() {
        return List.of(
                shared("the delivery link is missing", "delivery-link-present", Effect.UNSEEN)
                        .script("rm " + LINK),
                shared("a real directory is where the delivery link belongs", "delivery-link-is-link", Effect.UNSEEN)
                        .script("rm " + LINK + " && mkdir -m 0700 " + LINK + " " + LINK + "/cur " + LINK + "/new "
                                + LINK + "/tmp && chown -R 5000:5000 " + LINK),
                shared("the same, and a script has put the link inside of it", "delivery-link-is-link", Effect.UNSEEN)
                        .script("rm " + LINK + " && mkdir -m 0700 " + LINK + " " + LINK + "/cur " + LINK + "/new "
                                + LINK + "/tmp && ln -s " + MAILDIR + "/.incoming " + LINK + " && chown -hR 5000:5000 "
                                + LINK),
                shared(
                                "the delivery link is dangling, for its folder is missing",
                                "shared-folder-present",
                                Effect.DEFERRED)
                        .script("rm -r " + MAILDIR + "/.incoming"),
                shared("the sharable maildir is missing", "sharable-maildir-present", Effect.DEFERRED)
                        .script("rm -r " + MAILDIR),
                shared("the delivery link points to a person's INBOX", "delivery-link-target", Effect.LEAKED)
                        .script("ln -sfnT /vmail/albert.onestone/Maildir " + LINK)
                        .mailIsGone(),
                shared("the delivery link points to nothing", "delivery-link-target", Effect.DEFERRED)
                        .script("ln -sfnT " + MAILDIR + "/.incomming " + LINK),
                shared("the delivery link points to itself", "delivery-link-target", Effect.DEFERRED)
                        .script("ln -sfnT incoming " + LINK),
                shared("the delivery link is relative", Row.SILENT, Effect.NONE)
                        .script("ln -sfnT ../../shared.maildirs/timetravel.weekly/.incoming " + LINK),
                shared("a subscriber has no line in shared-maildirs", "subscription-present", Effect.UNSEEN)
                        .script("rm " + SUBSCRIPTIONS),
                shared("shared-maildirs has the line ends of Windows", "subscription-line", Effect.UNSEEN)
                        .script("sed -i 's/$/\\r/' " + SUBSCRIPTIONS),
                shared("shared-maildirs names a directory that is not there", "subscription-line", Effect.UNSEEN)
                        .script("sed -i 's/$/.old/' " + SUBSCRIPTIONS)
                        .decide("subscription-line", "rm " + SUBSCRIPTIONS),
                shared("shared-maildirs can not be read by the mail owner", "subscription-file", Effect.UNSEEN)
                        .script("chown root:root " + SUBSCRIPTIONS + " && chmod 0600 " + SUBSCRIPTIONS),
                shared(
                                "seeAlso is taken away, the line in shared-maildirs stays",
                                "no-stray-subscription",
                                Effect.LEAKED)
                        .mail("timetravel@anotherdomain.nu", SEVEN_ONLY)
                        .ldif(NO_SEE_ALSO),
                shared(
                                "seeAlso and line are taken away, the folder was opened before",
                                "no-stray-subscription",
                                Effect.LEAKED)
                        .mail("timetravel@anotherdomain.nu", SEVEN_ONLY)
                        .afterMail()
                        .ldif(NO_SEE_ALSO)
                        .script("maildirmake.courier --del Timetravel_weekly /vmail/albert.onestone/Maildir"),
                shared("seeAlso names no account", "see-also-exists", Effect.UNSEEN)
                        .ldif(replace(ALBERT, "seeAlso: cn=Timetravel weakly,ou=Tokelau,o=company"))
                        .script("rm " + SUBSCRIPTIONS)
                        .decide(
                                "see-also-exists",
                                replace(ALBERT, "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company")),
                shared("no seeAlso names the shared account", "shared-has-readers", Effect.UNSEEN)
                        .ldif(NO_SEE_ALSO + delete(SEVEN, "seeAlso"))
                        .script("rm " + SUBSCRIPTIONS + " /vmail/seven.of.nine/Maildir/shared-maildirs")
                        .decide(
                                "shared-has-readers",
                                replace(ALBERT, "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company")
                                        + replace(SEVEN, "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company")));
    }

    private static Row shared(String state, String rule, Effect effect) {
        return Row.of(state, rule, effect).shared();
    }
}
