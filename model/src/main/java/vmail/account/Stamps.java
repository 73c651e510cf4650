package vmail.account;

import java.time.Instant;
import java.util.Optional;

/**
 * When an entry came into being and who changed it last, as the directory's server keeps it (RFC 4512 section 3.4). Empty where
 * the source has none or the access rules hide it.
 *
 * @param modifiedBy the DN of who did, or empty
 */
public record Stamps(Optional<Instant> created, Optional<Instant> modified, String modifiedBy) {

    public static final Stamps NONE = new Stamps(Optional.empty(), Optional.empty(), "");
}
