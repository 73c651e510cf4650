package vmail.effects;

import static vmail.effects.Entries.ALBERT;
import static vmail.effects.Entries.SEVEN;
import static vmail.effects.Entries.add;
import static vmail.effects.Entries.delete;
import static vmail.effects.Entries.replace;

import java.util.List;
import vmail.rule.Effect;

/** Addresses and status. */
final class MailRows {

    private static final String RESCUE = """
            find '/vmail/albert.onestone/Maildir/,' -type f -exec mv -n -t /vmail/albert.onestone/Maildir/new {} +
            """;

    private MailRows() {}

    static List<Row> all() {
        return List.of(
                Row.of("an account has two mail values", "single-mail", Effect.DOUBLE)
                        .mail("ao@anotherdomain.nu", Reader.ALBERT)
                        .ldif(add(ALBERT, "mail: albert@anotherdomain.nu"))
                        .decide(
                                "single-mail",
                                delete(ALBERT, "mail: albert@anotherdomain.nu")
                                        + add(ALBERT, "mailAlternateAddress: albert@anotherdomain.nu"))
                        .mailIsGone(),
                Row.of("one of two mail values is in a foreign domain", "accepted-domain", Effect.BOUNCED)
                        .mail("ao@anotherdomain.nu", Reader.ALBERT)
                        .ldif(add(ALBERT, "mail: albert@elsewhere.example"))
                        .with("single-mail")
                        .decide("accepted-domain", delete(ALBERT, "mail: albert@elsewhere.example")),
                Row.of("two accounts have the same mail", "unique-mail", Effect.LOST)
                        .mail("albert.onestone@anotherdomain.nu", Reader.BOTH)
                        .ldif(replace(SEVEN, "mail: albert.onestone@anotherdomain.nu"))
                        .decide(
                                "unique-mail",
                                replace(SEVEN, "mail: seven.of.nine@anotherdomain.nu")
                                        + add(SEVEN, "mailAlternateAddress: albert.onestone@anotherdomain.nu")
                                        + replace(ALBERT, "mail: albert@anotherdomain.nu")
                                        + add(ALBERT, "mailAlternateAddress: albert.onestone@anotherdomain.nu"))
                        .decide("no-comma-directory", RESCUE)
                        .decide("shared-alias", "")
                        .mailIsGone(),
                Row.of("mail of one account is mailAlternateAddress of another", "mail-not-alias", Effect.LOST)
                        .ldif(add(SEVEN, "mailAlternateAddress: albert.onestone@anotherdomain.nu"))
                        .decide(
                                "mail-not-alias",
                                delete(SEVEN, "mailAlternateAddress: albert.onestone@anotherdomain.nu"))
                        .decide("no-comma-directory", RESCUE)
                        .mailIsGone(),
                Row.of("two accounts have the same mailAlternateAddress", "shared-alias", Effect.NONE)
                        .mail("office@anotherdomain.nu", Reader.BOTH)
                        .ldif(add(ALBERT, "mailAlternateAddress: office@anotherdomain.nu")
                                + add(SEVEN, "mailAlternateAddress: office@anotherdomain.nu"))
                        .decide("shared-alias", ""),
                Row.of("mail is in a domain that is not accepted; mail to it", "accepted-domain", Effect.BOUNCED)
                        .mail("albert@elsewhere.nu", Reader.ALBERT)
                        .ldif(replace(ALBERT, "mail: albert@elsewhere.nu"))
                        .decide("accepted-domain", DOMAIN),
                Row.of(
                                "mail is in a domain that is not accepted; mail to an alias of it",
                                "accepted-domain",
                                Effect.BOUNCED)
                        .mail("ao@anotherdomain.nu", Reader.ALBERT)
                        .ldif(replace(ALBERT, "mail: albert@elsewhere.test"))
                        .decide("accepted-domain", replace(ALBERT, "mail: albert.onestone@anotherdomain.nu")),
                Row.of("mail has a blank in it", "address-well-formed", Effect.BOUNCED)
                        .ldif(replace(ALBERT, "mail: albert. onestone@anotherdomain.nu"))
                        .decide("address-well-formed", replace(ALBERT, "mail: albert.onestone@anotherdomain.nu")),
                Row.of(
                                "mailAlternateAddress is @ and a domain; mail to a stranger",
                                "address-well-formed",
                                Effect.LEAKED)
                        .mail("stranger@anotherdomain.nu", List.of())
                        .ldif(add(ALBERT, "mailAlternateAddress: @anotherdomain.nu"))
                        .decide("address-well-formed", delete(ALBERT, "mailAlternateAddress: @anotherdomain.nu"))
                        .mailIsGone(),
                Row.of("mail has no @", "address-well-formed", Effect.NONE)
                        .ldif(replace(ALBERT, "mail: albert.onestone"))
                        .decide("address-well-formed", replace(ALBERT, "mail: albert.onestone@anotherdomain.nu")),
                Row.of("accountStatus is missing", "account-status", Effect.BOUNCED)
                        .ldif(delete(ALBERT, "accountStatus"))
                        .decide("account-status", add(ALBERT, "accountStatus: active")),
                Row.of("accountStatus is mistyped", "account-status", Effect.BOUNCED)
                        .ldif(replace(ALBERT, "accountStatus: actve")),
                Row.of("accountStatus ends with a blank", Row.SILENT, Effect.NONE)
                        .ldif(replace(ALBERT, "accountStatus:: YWN0aXZlIA==")));
    }

    private static final String DOMAIN =
            add("dn: dc=nu,ou=postfix,ou=System,o=company\nchangetype: modify\n", "associatedDomain: elsewhere.nu");
}
