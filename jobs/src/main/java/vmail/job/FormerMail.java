package vmail.job;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;
import vmail.account.MailBase;
import vmail.account.PersonalAccount;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.MailAge;
import vmail.report.audit.StoreFindings;
import vmail.rule.Finding;
import vmail.store.DiskAttributes;

/**
 * Mail that lies in the store of an account that is only about to become visible. It may be a former owner's, whom the new one would
 * read: somebody has to decide first. Without a store, or with an empty one, the directory is not even asked.
 */
record FormerMail(LDAPInterface directory, MailBase base) {

    private static final String CREATED = "createTimestamp";
    /** What was copied while the account waited for its hour is its own. */
    private static final Duration GRACE = Duration.ofDays(1);

    /** Of an account that no entry has yet. */
    Optional<Finding> beforeEntry(Account account, Candidate source) throws IOException, DirectoryUnavailable {
        Optional<MailAge> age = mail(account, Instant.MAX);
        if (age.isEmpty() || age.get().messages() == 0 || entry(account).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                StoreFindings.taken(account, source.origin(), age.get().messages()));
    }

    /** Of an account whose entry waits: mail that is older than the entry. */
    Optional<Finding> beforeActivation(Account account, Candidate source) throws IOException, DirectoryUnavailable {
        Optional<Instant> created = mail(account, Instant.MAX).isEmpty() ? Optional.empty() : created(account);
        if (created.isEmpty()) {
            return Optional.empty();
        }
        return mail(account, created.get().minus(GRACE))
                .filter(age -> age.before() > 0)
                .map(age -> StoreFindings.taken(account, source.origin(), age.before()));
    }

    private Optional<MailAge> mail(Account account, Instant moment) throws IOException {
        Path store = account.store().path();
        if (!(account instanceof PersonalAccount)
                || new DiskLook(base)
                        .look(store)
                        .filter(DiskAttributes::isDirectory)
                        .isEmpty()) {
            return Optional.empty();
        }
        MailAge age = MailAge.of(store, moment);
        return age.messages() == 0 ? Optional.empty() : Optional.of(age);
    }

    private Optional<Instant> created(Account account) throws DirectoryUnavailable {
        return entry(account)
                .flatMap(entry -> Optional.ofNullable(entry.getAttributeValueAsDate(CREATED)))
                .map(Date::toInstant);
    }

    private Optional<Entry> entry(Account account) throws DirectoryUnavailable {
        try {
            return Optional.ofNullable(directory.getEntry(account.dn().toString(), CREATED));
        } catch (LDAPException e) {
            throw new DirectoryUnavailable(LdapText.of(e).toString());
        }
    }
}
