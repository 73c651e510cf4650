package vmail.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.reader.disk.WithoutSlash;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.StoreWellFormed;

/** What the disk adds to a finding of {@link StoreWellFormed}: what Postfix does without the slash depends on what is there. */
record StoreOnDisk(MailBase base) {

    Finding seen(Finding finding, Candidate candidate) {
        return finding.rule().equals(new StoreWellFormed(base).id()) && defersMail(candidate.values("mailMessageStore"))
                ? finding.withEffect(Effect.DEFERRED)
                : finding;
    }

    private boolean defersMail(List<String> stores) {
        if (stores.size() != 1 || MailStore.of(stores.get(0) + "/", base).isEmpty()) {
            return false;
        }
        try {
            return new WithoutSlash(Path.of(stores.get(0))).defersMail();
        } catch (IOException e) {
            // the audit says of the account what can not be seen; the worse effect stays
            return false;
        }
    }
}
