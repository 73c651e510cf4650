package vmail.account;

import com.unboundid.ldap.sdk.DN;
import java.util.Optional;

/** An account that is complete enough to have a place on disk. Says nothing about rules that do not touch the disk. */
public sealed interface Account permits PersonalAccount, SharedAccount {

    DN dn();

    String uid();

    MailStore store();

    AccountStatus status();

    /**
     * The account that a candidate describes; empty when its status, uid or store is missing, ambiguous or unusable, which
     * rules report.
     */
    static Optional<Account> of(Candidate candidate, MailBase base) {
        Optional<AccountStatus> status = candidate.status();
        if (status.isEmpty() || candidate.values("mailMessageStore").size() != 1) {
            return Optional.empty();
        }
        Optional<MailStore> store =
                MailStore.of(candidate.values("mailMessageStore").get(0), base);
        Optional<String> uid = candidate.first("uid").map(String::strip).filter(value -> !value.isEmpty());
        if (store.isEmpty() || uid.isEmpty()) {
            return Optional.empty();
        }
        if (status.get() == AccountStatus.SHARED) {
            return SharedAccount.of(candidate, uid.get(), store.get(), base).map(Account.class::cast);
        }
        return PersonalAccount.of(candidate, uid.get(), store.get(), base).map(Account.class::cast);
    }
}
