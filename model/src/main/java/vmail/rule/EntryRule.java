package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/** A rule that one entry alone keeps or breaks. */
public sealed interface EntryRule extends Rule
        permits RequiredAttributes,
                SingleMail,
                AddressWellFormed,
                AcceptedDomain,
                KnownStatus,
                StoreWellFormed,
                PersonalStorePlace,
                SharedStorePlace,
                FolderNames,
                BoxNotUid,
                BoxesOnSharedOnly,
                SharedNick,
                SeeAlsoOnPersonalOnly,
                SeeAlsoIsDn,
                PasswordPresent,
                UsablePassword,
                PortablePassword,
                ClearTextPassword,
                BareCryptPassword,
                VisibleNames,
                NamingValue,
                OuMatchesDn,
                BelowAccountBase,
                ValidBySchema,
                IgnoredAttributes,
                AliasNotOwnMail,
                PasswordOnPersonalOnly,
                SingleCn,
                OwnerIds,
                PurgeDateAhead,
                InactiveNotForLong {

    /** Called for accounts only; empty when the rule holds or does not apply to this sort of account. */
    List<Finding> check(Candidate candidate);
}
