package vmail.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vmail.account.Candidate;

/**
 * What an audit is asked to judge. The directory is read whole in any case: whether an address is unique can not be told from one
 * domain alone. What belongs to no account is told only where no accounts are picked.
 *
 * @param domain judges the accounts that have an address in it
 * @param account judges the account that has it as uid, address or DN
 * @param path judges what is at or below it, and the accounts whose store is there
 */
public record AuditScope(Optional<String> domain, Optional<String> account, Optional<Path> path) {

    public static final AuditScope ALL = new AuditScope(Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<String> ADDRESSES = List.of("mail", "mailAlternateAddress");

    /** @throws IllegalArgumentException when the path is not absolute and normal */
    public AuditScope {
        if (path.filter(place -> !place.isAbsolute() || !place.equals(place.normalize()))
                .isPresent()) {
            throw new IllegalArgumentException("--path must be an absolute path without . and ..: " + path.get());
        }
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether the walk over the disk belongs to it. */
    public boolean walks() {
        return domain.isEmpty() && account.isEmpty();
    }

    public boolean covers(Candidate candidate) {
        return domain.map(name -> hasAddressIn(candidate, name.toLowerCase(Locale.ROOT)))
                        .orElse(true)
                && account.map(name -> isCalled(candidate, name)).orElse(true)
                && path.map(place -> isAt(candidate, place)).orElse(true);
    }

    private static boolean hasAddressIn(Candidate candidate, String domain) {
        return ADDRESSES.stream()
                .flatMap(attribute -> candidate.values(attribute).stream())
                .anyMatch(address -> address.strip().toLowerCase(Locale.ROOT).endsWith("@" + domain));
    }

    private static boolean isCalled(Candidate candidate, String name) {
        return candidate.values("uid").stream().anyMatch(name::equalsIgnoreCase)
                || ADDRESSES.stream()
                        .flatMap(attribute -> candidate.values(attribute).stream())
                        .anyMatch(name::equalsIgnoreCase)
                || candidate.isCalled(name);
    }

    private static boolean isAt(Candidate candidate, Path place) {
        return candidate.values("mailMessageStore").stream()
                .anyMatch(store -> store.equals(place.toString()) || store.startsWith(place + "/"));
    }

    /** The same on another night: history compares runs of one scope only. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        domain.ifPresent(name -> words.add("domain " + name.toLowerCase(Locale.ROOT)));
        account.ifPresent(name -> words.add("account " + name));
        path.ifPresent(place -> words.add("path " + place));
        return words.isEmpty() ? "all" : String.join(", ", words);
    }
}
