package vmail.reader.profile;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user decides where a profile can not.
 *
 * @param defaultDomain completes addresses without a domain, and is the domain of accounts that have a uid and no mail
 * @param deriveNames names an account that has none by its local part
 * @param memberAliases which lists become aliases of their members
 * @param appendUid names accounts of the same name {@code NAME (UID)}; otherwise they are rejected
 * @param named options of profiles, such as {@code maildrop-as-alias}
 */
public record MappingOptions(
        Optional<String> defaultDomain,
        boolean deriveNames,
        MemberAliases memberAliases,
        boolean appendUid,
        Set<String> named) {

    /** Which lists become aliases of their members; all of these must be accounts of the same sources. */
    public enum MemberAliases {
        NONE,
        SINGLE,
        ALL
    }

    public static final MappingOptions NONE =
            new MappingOptions(Optional.empty(), false, MemberAliases.NONE, false, Set.of());

    public MappingOptions {
        named = java.util.Collections.unmodifiableSet(new TreeSet<>(named));
    }
}
