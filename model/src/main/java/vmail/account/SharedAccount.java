package vmail.account;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A shared folder (howto 1.6). Its store is {@code <mail base>/shared/<name>/<uid>/}: the delivery link.
 *
 * @param nick the name under which subscribers see it
 * @param boxes further folders beside the one mail is delivered to ({@code postOfficeBox}), in order of appearance
 */
public record SharedAccount(DN dn, String uid, MailStore store, String nick, List<String> boxes) implements Account {

    public SharedAccount {
        boxes = List.copyOf(boxes);
    }

    static Optional<SharedAccount> of(Candidate candidate, String uid, MailStore store, MailBase base) {
        Path path = store.path();
        boolean inPlace = path.startsWith(base.sharedRoot())
                && path.getNameCount() == base.sharedRoot().getNameCount() + 2
                && path.endsWith(uid);
        Optional<String> nick = nick(candidate);
        List<String> boxes = candidate.values("postOfficeBox").stream()
                .filter(box -> !box.equals(uid))
                .distinct()
                .toList();
        boolean usable = FolderName.fault(uid).isEmpty()
                && boxes.stream().allMatch(box -> FolderName.fault(box).isEmpty());
        return inPlace && usable && nick.isPresent()
                ? Optional.of(new SharedAccount(candidate.parsedDn(), uid, store, nick.get(), boxes))
                : Optional.empty();
    }

    /**
     * The name of the shared folder in people's mail programs: the cn with blanks turned into {@code _}, as the howto's script
     * does. Empty when there is none that {@code maildirmake --add} takes: no {@code .}, {@code /}, {@code #} or control, 255
     * bytes at most.
     */
    public static Optional<String> nick(Candidate candidate) {
        return cn(candidate)
                .map(cn -> cn.strip().replace(' ', '_'))
                .filter(nick -> !nick.isEmpty() && nick.length() <= 255)
                .filter(nick -> nick.chars().noneMatch(c -> c == '.' || c == '/' || c == '#' || c < 0x20 || c == 0x7f));
    }

    /** The cn that names the entry, else the first. */
    private static Optional<String> cn(Candidate candidate) {
        RDN rdn = candidate.parsedDn().getRDN();
        if (rdn != null && rdn.getAttributeNames()[0].toLowerCase(Locale.ROOT).equals("cn")) {
            return Optional.of(rdn.getAttributeValues()[0]);
        }
        return candidate.first("cn");
    }

    @Override
    public AccountStatus status() {
        return AccountStatus.SHARED;
    }

    /** The sharable maildir that holds the folders: {@code <mail base>/shared.maildirs/<name>}. */
    public Path maildir(MailBase base) {
        return base.sharedMaildirsRoot()
                .resolve(base.sharedRoot().relativize(store.path()).getName(0));
    }
}
