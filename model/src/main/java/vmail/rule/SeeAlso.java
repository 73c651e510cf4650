package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/** Whom a person's {@code seeAlso} names. */
final class SeeAlso {

    private SeeAlso() {}

    /** Each once; without values that are no DN, and nothing for shared accounts, where it has no meaning. */
    static List<DN> of(Candidate candidate) {
        if (candidate.kind() != RecordKind.PERSONAL) {
            return List.of();
        }
        return candidate.values("seeAlso").stream()
                .filter(value -> !value.isBlank())
                .flatMap(SeeAlso::parsed)
                .distinct()
                .toList();
    }

    /** None of what is no DN. */
    static Stream<DN> parsed(String value) {
        try {
            return Stream.of(new DN(value));
        } catch (LDAPException e) {
            return Stream.empty();
        }
    }
}
