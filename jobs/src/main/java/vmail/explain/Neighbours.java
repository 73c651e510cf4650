package vmail.explain;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.RecordKind;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;

/**
 * The accounts that have something to do with one: the same address, uid or store, a store above or below, a {@code seeAlso}
 * to or from it. What rules on all accounts say about that one they say about these few as well.
 *
 * <p>Does not find a store that is another spelling of the same place ({@code /vmail//a/}); the audit does.
 */
record Neighbours(AccountLookup directory, MailBase base) {

    /** Itself first. */
    List<Candidate> of(Candidate account) throws IncompleteRead {
        Map<DN, Candidate> found = new LinkedHashMap<>();
        found.put(account.parsedDn(), account);
        add(directory.find(Filter.createORFilter(alike(account))), found);
        if (account.kind() == RecordKind.SHARED) {
            add(directory.find(Filter.createEqualityFilter("accountStatus", "shared")), found);
        }
        for (String value : account.values("seeAlso")) {
            Optional<DN> target = dn(value);
            if (target.isPresent()) {
                add(directory.entry(target.get()).stream().toList(), found);
            }
        }
        return List.copyOf(found.values());
    }

    private static void add(List<Candidate> more, Map<DN, Candidate> found) {
        more.stream().filter(Candidate::isAccount).forEach(each -> found.putIfAbsent(each.parsedDn(), each));
    }

    private List<Filter> alike(Candidate account) {
        List<Filter> alike = new ArrayList<>();
        alike.add(Filter.createEqualityFilter("seeAlso", account.parsedDn().toString()));
        for (String attribute : List.of("mail", "mailAlternateAddress")) {
            for (String address : account.values(attribute)) {
                alike.add(Filter.createEqualityFilter("mail", address));
                alike.add(Filter.createEqualityFilter("mailAlternateAddress", address));
            }
        }
        account.values("uid").forEach(uid -> alike.add(Filter.createEqualityFilter("uid", uid)));
        account.values("mailMessageStore").stream()
                .flatMap(value -> MailStore.of(value, base).stream())
                .forEach(store -> alike.addAll(around(store.path())));
        return alike;
    }

    /** Filters for stores at, above and below a path. */
    List<Filter> around(Path path) {
        List<Filter> filters = new ArrayList<>(above(path));
        filters.add(Filter.createSubInitialFilter("mailMessageStore", path + "/"));
        return filters;
    }

    /** Filters for stores at and above a path, nearest first, with and without the slash at the end. */
    List<Filter> above(Path path) {
        List<Filter> filters = new ArrayList<>();
        for (Path here = path; !here.equals(base.path()); here = here.resolveSibling("")) {
            filters.add(Filter.createEqualityFilter("mailMessageStore", here + "/"));
            filters.add(Filter.createEqualityFilter("mailMessageStore", here.toString()));
        }
        return filters;
    }

    private static Optional<DN> dn(String value) {
        try {
            return Optional.of(new DN(value));
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }
}
