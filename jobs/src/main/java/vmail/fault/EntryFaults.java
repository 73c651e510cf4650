package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.FaultKind.several;

import java.util.List;
import vmail.rule.Effect;

/** Status, uid, names and schema of an entry. */
final class EntryFaults {

    private EntryFaults() {}

    static List<FaultKind> all() {
        return List.of(
                cleared(
                        "no-status",
                        "account-status",
                        Effect.BOUNCED,
                        "accountStatus is missing: mail is refused as for an unknown user",
                        "accountStatus"),
                replaced(
                        "mistyped-status",
                        "account-status",
                        Effect.BOUNCED,
                        "a letter of accountStatus is missing",
                        "accountStatus",
                        "actve"),
                replaced(
                        "status-of-qmail-ldap",
                        "account-status",
                        Effect.BOUNCED,
                        "accountStatus is a word of qmail-ldap, which means nothing here",
                        "accountStatus",
                        "disabled"),
                cleared(
                        "no-uid",
                        "required-attributes",
                        Effect.BOUNCED,
                        "uid is missing: nobody can log in to the account",
                        "uid"),
                several(
                        "same-uid",
                        "unique-uid",
                        Effect.NOLOGIN,
                        "two active accounts have the same uid: neither can log in",
                        scene -> {
                            Household home = scene.household();
                            scene.replace(home.dora(), "uid", home.cleo().uid());
                            return List.of(scene.at(home.cleo()), scene.at(home.dora()));
                        }),
                replaced("other-ou", "ou-matches-dn", Effect.NONE, "ou is another than the DN says", "ou", "Niue"),
                one(
                        "invisible-letter",
                        "visible-names",
                        Effect.NOLOGIN,
                        "uid has a letter that nobody sees: who types it can not log in",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.replace(cleo, "uid", cleo.uid() + "\u200B");
                            return scene.at(cleo);
                        }),
                replaced(
                        "forwarding",
                        "ignored-attributes",
                        Effect.NONE,
                        "the account forwards its mail as qmail-ldap does, which this system does not",
                        "mailForwardingAddress",
                        "cleo@elsewhere.example"),
                replaced(
                        "other-owner",
                        "owner-ids",
                        Effect.NONE,
                        "qmailUID is not the mail owner's, as if another program delivered",
                        "qmailUID",
                        "4711"),
                one(
                        "purge-date-passed",
                        "purge-date-ahead",
                        Effect.NONE,
                        "an inactive account was to be deleted long ago",
                        scene -> {
                            Member fay = scene.household().fay();
                            scene.add(fay, "qmailAccountPurge", "1000000000");
                            return scene.at(fay, fay.store());
                        }),
                one(
                                "no-person",
                                "valid-by-schema",
                                Effect.NONE,
                                "the entry has no structural object class: the next change of it is refused",
                                scene -> {
                                    Member cleo = scene.household().cleo();
                                    scene.replace(cleo, "objectClass", "top", "qmailUser");
                                    return scene.at(cleo);
                                })
                        .needing(Need.UNCHECKED_DIRECTORY));
    }

    private static FaultKind cleared(String id, String rule, Effect effect, String sentence, String attribute) {
        return replaced(id, rule, effect, sentence, attribute);
    }

    static FaultKind replaced(
            String id, String rule, Effect effect, String sentence, String attribute, String... values) {
        return one(id, rule, effect, sentence, scene -> {
            Member cleo = scene.household().cleo();
            scene.replace(cleo, attribute, values);
            return scene.at(cleo);
        });
    }
}
