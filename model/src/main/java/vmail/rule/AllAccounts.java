package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.Optional;

/** What a {@link DirectoryRule} may ask about all accounts together. */
interface AllAccounts {

    /** Whether there is an account of that name. */
    boolean exists(DN dn);

    /** Whether there is a shared account of that name, be it otherwise right or wrong. */
    boolean isShared(DN dn);

    /** Whether some account's {@code seeAlso} names it. */
    boolean hasReaders(DN dn);

    /** A shared account that somebody may have meant who mistyped its name. */
    Optional<DN> sharedAlike(DN dn);
}
