package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vmail.account.MailBase;

/**
 * Some accounts that have to do with each other and with nobody else, so that a fault made in one household shows nowhere else.
 * All are alike: who plays which part can be told by the given name.
 *
 * @param number counted from 0; gives the family its name
 */
public record Household(int number, DN accountBase, MailBase base) {

    /** Accounts of each. */
    public static final int SIZE = 8;

    static final String DOMAIN = "anotherdomain.nu";
    static final String ALIAS_DOMAIN = "mydomain.nl";

    /** So different that nobody is taken for somebody else who was renamed. */
    private static final String[] STARTS = {
        "Amster", "Berken", "Corvin", "Dalrym", "Elzing", "Fockem", "Gortem", "Hulsho", "Isbran", "Jorris", "Keppel",
        "Lindqv", "Mulder", "Noorde", "Ovingt", "Pekela", "Quispe", "Rozend", "Slochte", "Tjalma", "Ubbing", "Vriezen",
        "Wolveg", "Yngwar", "Zwolle"
    };

    private static final String[] ENDS = {
        "baan", "dyk", "ema", "feldt", "gaard", "hoven", "kamp", "lund", "rooy", "stra"
    };

    /** Reads the gazette, and has done so. */
    public Member ada() {
        return person("Ada");
    }

    /** Reads gazette and team, and has opened neither yet. */
    public Member ben() {
        return person("Ben");
    }

    /** Shares nothing; has mail, old and new, and a folder. */
    public Member cleo() {
        return person("Cleo");
    }

    /** Shares nothing, as Cleo. */
    public Member dora() {
        return person("Dora");
    }

    /** Has never had mail and has never logged in. */
    public Member emil() {
        return person("Emil");
    }

    /** Inactive; the mail has stayed. */
    public Member fay() {
        return person("Fay");
    }

    /** A shared account with two folders beside the one that mail is delivered to. */
    public Member gazette() {
        return shared("gazette", "incoming");
    }

    /** A shared account with one folder. */
    public Member team() {
        return shared("team", "inbox");
    }

    /** Folders of the gazette. */
    public List<String> boxes() {
        return List.of("past.editions", "future.editions");
    }

    public List<Member> all() {
        return List.of(ada(), ben(), cleo(), dora(), emil(), fay(), gazette(), team());
    }

    /** The sharable maildir of a shared account. */
    Path maildir(Member shared) {
        return base.sharedMaildirsRoot().resolve(String.valueOf(shared.home().getFileName()));
    }

    /** The folder of a shared account that mail is delivered to. */
    Path folder(Member shared) {
        return maildir(shared).resolve("." + shared.uid());
    }

    /** What Courier keeps in a reader's maildir of the folders of a shared account that were opened. */
    Path opened(Member reader, Member shared) {
        return reader.store().resolve("shared-folders").resolve(shared.nick());
    }

    /** An address that nobody has. */
    public String address(String localPart) {
        return localPart + "." + lower() + "@" + DOMAIN;
    }

    /** A name that nobody has, for a directory of the mail base or a part of an address. */
    String named(String word) {
        return word + "." + lower();
    }

    /** A domain that nobody has. */
    String domain() {
        return "family." + topLevel();
    }

    /** A top level of domains that nobody has: the family. */
    String topLevel() {
        return lower();
    }

    String family() {
        String name = STARTS[number % STARTS.length] + ENDS[number / STARTS.length % ENDS.length];
        int round = number / STARTS.length / ENDS.length;
        return round == 0 ? name : name + "-" + round;
    }

    private String lower() {
        return family().toLowerCase(Locale.ROOT);
    }

    DN named(RDN rdn) {
        return new DN(rdn, accountBase);
    }

    private Member person(String given) {
        String uid = named(given.toLowerCase(Locale.ROOT));
        String name = given + " " + family();
        return new Member(
                name,
                named(new RDN("cn", name)),
                uid,
                uid + "@" + DOMAIN,
                base.path().resolve(uid).resolve("Maildir"));
    }

    private Member shared(String word, String uid) {
        String name = family() + " " + word;
        return new Member(
                name,
                named(new RDN("cn", name)),
                uid,
                word + "." + lower() + "@" + DOMAIN,
                base.sharedRoot().resolve(lower() + "." + word).resolve(uid));
    }
}
