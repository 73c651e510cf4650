package vmail.explain;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vmail.rule.MailRule;
import vmail.rule.Rule;
import vmail.rule.StoreRule;

/** What of an account a rule is about: at which point of which way its finding is told. */
enum Topic {
    /** One of its addresses. */
    ADDRESS,
    /** The entry as a whole. */
    ENTRY,
    LOGIN,
    STORE,
    /** Shared folders and who sees them. */
    SHARING;

    private static final Set<String> OF_ADDRESSES = Set.of(
            "single-mail",
            "address-well-formed",
            "address-not-taken-over",
            "accepted-domain",
            "unique-mail",
            "mail-not-alias",
            "shared-alias");

    private static final Set<String> OF_LOGINS = Set.of(
            "unique-uid",
            "password-present",
            "own-password",
            "usable-password",
            "portable-password",
            "clear-text-password",
            "bare-crypt-password");

    private static final Set<String> OF_STORES = Set.of(
            "store-well-formed", "personal-store-place", "shared-store-place", "unique-store", "store-not-nested");

    private static final Set<String> OF_SHARING = Set.of(
            "see-also-exists",
            "see-also-is-dn",
            "see-also-on-personal-only",
            "see-also-shared",
            "shared-has-readers",
            "unique-nick",
            "shared-nick",
            "own-shared-maildir",
            "shared-folders-apart",
            "folder-names",
            "box-not-uid",
            "boxes-on-shared-only",
            "shared-box-present",
            "subscription-present",
            "subscription-line",
            "subscription-file",
            "no-stray-subscription");

    static Topic of(String rule) {
        if (OF_ADDRESSES.contains(rule)) {
            return ADDRESS;
        }
        if (OF_LOGINS.contains(rule)) {
            return LOGIN;
        }
        if (OF_SHARING.contains(rule)) {
            return SHARING;
        }
        return OF_STORES.contains(rule) || isOfDisk(rule) ? STORE : ENTRY;
    }

    /** The rules that are named here, for a test that there are such. */
    static Set<String> named() {
        Set<String> all = new TreeSet<>(OF_ADDRESSES);
        all.addAll(OF_LOGINS);
        all.addAll(OF_STORES);
        all.addAll(OF_SHARING);
        return all;
    }

    private static boolean isOfDisk(String rule) {
        return Stream.<Rule>concat(Stream.of(StoreRule.values()), Stream.of(MailRule.values()))
                .anyMatch(each -> each.id().equals(rule));
    }
}
