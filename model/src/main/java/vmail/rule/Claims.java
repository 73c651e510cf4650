package vmail.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.RecordKind;
import vmail.account.SharedAccount;
import vmail.account.StoredPassword;

/** What an account claims. Values that are no good are claimed as they are; rules for one entry report them. */
final class Claims {

    private Claims() {}

    static List<Claim> of(Candidate candidate, MailBase base) {
        List<Claim> claims = new ArrayList<>();
        candidate.values("mail").forEach(mail -> claims.add(Claim.of(Claim.Kind.MAIL, folded(mail))));
        candidate
                .values("mailAlternateAddress")
                .forEach(alias -> claims.add(Claim.of(Claim.Kind.ALIAS, folded(alias))));
        candidate.values("mailMessageStore").forEach(store -> addPaths(store, base, claims));
        if (candidate.kind() == RecordKind.PERSONAL) {
            candidate.values("uid").forEach(uid -> claims.add(Claim.of(Claim.Kind.UID, folded(uid))));
            addPasswords(candidate, claims);
        } else {
            addShared(candidate, base, claims);
        }
        claims.removeIf(claim -> claim.value().isEmpty());
        return claims;
    }

    private static void addShared(Candidate candidate, MailBase base, List<Claim> claims) {
        SharedAccount.nick(candidate).ifPresent(nick -> claims.add(Claim.of(Claim.Kind.NICK, folded(nick))));
        Account.of(candidate, base)
                .filter(SharedAccount.class::isInstance)
                .map(SharedAccount.class::cast)
                .ifPresent(shared -> {
                    List<String> folders = new ArrayList<>(shared.boxes());
                    folders.add(0, shared.uid());
                    claims.add(new Claim(
                            Claim.Kind.SHARED_MAILDIR, shared.maildir(base).toString(), folders));
                });
    }

    /** Of those who can log in. Clear text is not claimed: it is hashed before it is stored, each time with another salt. */
    private static void addPasswords(Candidate candidate, List<Claim> claims) {
        if (candidate.isInactive()) {
            return;
        }
        for (String value : candidate.values("userPassword")) {
            StoredPassword.Use use = new StoredPassword(value).use();
            if (use != StoredPassword.Use.AS_CLEAR_TEXT && use != StoredPassword.Use.NOWHERE) {
                claims.add(Claim.of(Claim.Kind.PASSWORD, DigestUtils.sha256Hex(value)));
            }
        }
    }

    private static void addPaths(String store, MailBase base, List<Claim> claims) {
        String path = normal(store);
        claims.add(Claim.of(Claim.Kind.STORE, path));
        claims.add(new Claim(Claim.Kind.STORE_IN_ANY_CASE, path.toLowerCase(Locale.ROOT), List.of(path)));
        String prefix = base + "/";
        int slash = path.lastIndexOf('/');
        while (slash > prefix.length() && path.startsWith(prefix)) {
            claims.add(Claim.of(Claim.Kind.BELOW, path.substring(0, slash)));
            slash = path.lastIndexOf('/', slash - 1);
        }
    }

    /** Without {@code .}, {@code ..}, doubled and last slashes, so that two spellings of one place are equal. */
    static String normal(String store) {
        List<String> parts = new ArrayList<>();
        for (String part : store.strip().split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }

    /** As slapd compares these attributes: case does not matter, nor do blanks at the ends or several in a row. */
    static String folded(String value) {
        String stripped = value.strip();
        String single = stripped.contains("  ") ? stripped.replaceAll(" +", " ") : stripped;
        return single.toLowerCase(Locale.ROOT);
    }
}
