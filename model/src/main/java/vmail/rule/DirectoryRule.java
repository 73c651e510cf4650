package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/** A rule that takes all accounts together to keep or break. {@link DirectoryCheck} asks; a rule answers one of the two questions. */
public sealed interface DirectoryRule extends Rule
        permits UniqueDn,
                UniqueUid,
                UniqueMail,
                MailNotAlias,
                SharedAlias,
                UniqueStore,
                StoreNotNested,
                SeeAlsoExists,
                SeeAlsoShared,
                SharedHasReaders,
                UniqueNick,
                SharedFoldersApart,
                OwnSharedMaildir,
                AddressNotTakenOver,
                UniqueStoreByCase,
                OwnPassword {

    /** Judges one account, once all are known. */
    default List<Finding> judge(Candidate candidate, AllAccounts all) {
        return List.of();
    }

    /** Judges accounts that claim the same value, at least two of them. Called for groups of every space. */
    default List<Clash> judge(Group group) {
        return List.of();
    }
}
