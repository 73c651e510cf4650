package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.FaultKind.several;

import java.util.List;
import vmail.rule.Effect;

/** {@code mail} and {@code mailAlternateAddress}. */
final class AddressFaults {

    private static final String MAIL = "mail";
    private static final String ALIAS = "mailAlternateAddress";

    private AddressFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                                "no-mail",
                                "required-attributes",
                                Effect.BOUNCED,
                                "an account has no mail: it can not be written to",
                                scene -> {
                                    Member cleo = scene.household().cleo();
                                    scene.delete(cleo, MAIL);
                                    return scene.at(cleo);
                                })
                        .needing(Need.UNCHECKED_DIRECTORY),
                one(
                        "two-mails",
                        "single-mail",
                        Effect.DOUBLE,
                        "an account has two mail values: all its mail comes twice",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.add(cleo, MAIL, scene.household().address("second"));
                            return scene.at(cleo);
                        }),
                written("mail-without-at", Effect.NONE, "mail has no @ and no domain", "cleo"),
                written("mail-with-blank", Effect.BOUNCED, "mail has a blank in it", "cleo onestone@anotherdomain.nu"),
                written("mail-with-two-ats", Effect.BOUNCED, "mail has two @", "cleo@home@anotherdomain.nu"),
                alias(
                        "catch-all",
                        "address-well-formed",
                        Effect.LEAKED,
                        "an alias is @ and a domain: all mistyped mail of the domain goes there",
                        "@anotherdomain.nu"),
                one(
                        "foreign-domain",
                        "accepted-domain",
                        Effect.BOUNCED,
                        "two letters of the domain of mail are swapped: this system does not accept it",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.replace(cleo, MAIL, scene.household().named("cleo") + "@anotherdomian.nu");
                            return scene.at(cleo);
                        }),
                one(
                        "foreign-alias-domain",
                        "accepted-domain",
                        Effect.BOUNCED,
                        "an alias is in a domain that this system does not accept",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.add(cleo, ALIAS, scene.household().named("cleo") + "@elsewhere.example");
                            return scene.at(cleo);
                        }),
                several(
                        "same-mail",
                        "unique-mail",
                        Effect.LOST,
                        "two accounts have the same mail: Postfix accepts it and delivers where nobody reads",
                        scene -> {
                            Household home = scene.household();
                            scene.replace(home.dora(), MAIL, home.cleo().mail());
                            return List.of(scene.at(home.cleo()), scene.at(home.dora()));
                        }),
                one(
                        "alias-is-mail",
                        "mail-not-alias",
                        Effect.LOST,
                        "an alias of one account is the mail of another, who does not get it any more",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.dora(), ALIAS, home.cleo().mail());
                            return scene.at(home.dora());
                        }),
                one(
                        "own-mail-as-alias",
                        "alias-not-own-mail",
                        Effect.NONE,
                        "an alias of an account is its own mail",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.add(cleo, ALIAS, cleo.mail());
                            return scene.at(cleo);
                        }),
                one(
                        "address-taken-over",
                        "address-not-taken-over",
                        Effect.LEAKED,
                        "an alias of somebody is the mail of an inactive account, whose mail is read by somebody else now",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.dora(), ALIAS, home.fay().mail());
                            return scene.at(home.fay());
                        }),
                one(
                        "same-alias",
                        "shared-alias",
                        Effect.NONE,
                        "two accounts have the same alias: each gets a copy",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.cleo(), ALIAS, home.address("office"));
                            scene.add(home.dora(), ALIAS, home.address("office"));
                            return scene.at(home.cleo());
                        }));
    }

    private static FaultKind written(String id, Effect effect, String sentence, String mail) {
        return one(id, "address-well-formed", effect, sentence, scene -> {
            Member cleo = scene.household().cleo();
            scene.replace(cleo, MAIL, mail.replace("cleo", scene.household().named("cleo")));
            return scene.at(cleo);
        });
    }

    private static FaultKind alias(String id, String rule, Effect effect, String sentence, String alias) {
        return one(id, rule, effect, sentence, scene -> {
            Member cleo = scene.household().cleo();
            scene.add(cleo, ALIAS, alias);
            return scene.at(cleo);
        });
    }
}
