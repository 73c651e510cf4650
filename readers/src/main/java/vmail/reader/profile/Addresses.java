package vmail.reader.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vmail.account.DomainName;
import vmail.account.Loss;
import vmail.account.LossKind;
import vmail.account.MailAddress;

/** Addresses of one account as this system wants them. */
final class Addresses {

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final Optional<String> defaultDomain;

    Addresses(Optional<String> defaultDomain) {
        this.defaultDomain = defaultDomain;
    }

    /** Local parts get the default domain; where there is no address at all the uid is one. */
    List<String> mail(List<String> found, List<String> uid) {
        if (found.isEmpty() && !uid.isEmpty()) {
            return defaultDomain
                    .map(domain -> List.of(uid.get(0).indexOf('@') < 0 ? uid.get(0) + "@" + domain : uid.get(0)))
                    .orElse(List.of());
        }
        return found.stream().map(this::complete).toList();
    }

    /** Those that are addresses, each once, none that is the account's own; what is none is a loss. */
    List<String> aliases(List<String> found, List<String> mail, List<Loss> losses) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(mail);
        List<String> aliases = new ArrayList<>();
        for (String value : found) {
            String address = complete(value);
            Optional<String> fault = MailAddress.fault(address);
            if (fault.isPresent()) {
                losses.add(new Loss(LossKind.ADDRESS, "mailAlternateAddress", address + " " + fault.get()));
            } else if (known.add(address)) {
                aliases.add(address);
            }
        }
        return aliases;
    }

    private String complete(String value) {
        int at = value.lastIndexOf('@');
        if (at >= 0) {
            return value.substring(0, at + 1) + domain(value.substring(at + 1));
        }
        return defaultDomain
                .map(domain -> value + "@" + domain.toLowerCase(Locale.ROOT))
                .orElse(value);
    }

    /** As the directory takes it; one that programs read in two ways stays as it is, and the rule on addresses refuses it. */
    static String domain(String found) {
        if (ASCII.matcher(found).matches()) {
            return found;
        }
        try {
            return DomainName.of(found).ascii();
        } catch (IllegalArgumentException e) {
            return found;
        }
    }
}
