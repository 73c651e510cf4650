package vmail.account;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's account (howto 1.5).
 *
 * @param sharedFolders the shared accounts that {@code seeAlso} names; values that are no DN are left out
 */
public record PersonalAccount(DN dn, String uid, MailStore store, AccountStatus status, List<DN> sharedFolders)
        implements Account {

    public PersonalAccount {
        sharedFolders = List.copyOf(sharedFolders);
    }

    static Optional<PersonalAccount> of(Candidate candidate, String uid, MailStore store, MailBase base) {
        if (store.path().startsWith(base.sharedRoot()) || store.path().startsWith(base.sharedMaildirsRoot())) {
            return Optional.empty();
        }
        List<DN> sharedFolders = candidate.values("seeAlso").stream()
                .flatMap(PersonalAccount::parsed)
                .distinct()
                .toList();
        AccountStatus status = candidate.status().orElseThrow();
        return Optional.of(new PersonalAccount(candidate.parsedDn(), uid, store, status, sharedFolders));
    }

    private static Stream<DN> parsed(String value) {
        try {
            return Stream.of(new DN(value));
        } catch (LDAPException e) {
            return Stream.empty();
        }
    }
}
