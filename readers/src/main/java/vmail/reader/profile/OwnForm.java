package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.source.ReadOptions;

/**
 * Whether records are in the form of this system: some account stands right below the account base, or some qmailUser has its
 * store below the mail base, or is there and no account base could tell.
 */
final class OwnForm {

    private final Optional<DN> base;
    private final MailBase mailBase;
    private final Names names = new Names(Map.of());
    private boolean holds;

    OwnForm(ReadOptions options) {
        this.base = options.accountBase();
        this.mailBase = options.mailBase();
    }

    Names names() {
        return names;
    }

    void look(Fields fields) {
        if (holds) {
            return;
        }
        boolean ours = fields.hasClass(List.of("qmailUser"));
        if (base.isEmpty()) {
            holds = ours;
        } else {
            boolean there = fields.dn()
                    .filter(dn -> dn.getParent() != null && dn.getParent().equals(base.get()))
                    .isPresent();
            boolean below = fields.values("mailMessageStore").stream()
                    .anyMatch(store -> store.strip().startsWith(mailBase + "/"));
            boolean person = ours || fields.has("mail") || fields.has("uid");
            holds = (there && person) || (ours && below);
        }
    }

    boolean holds() {
        return holds;
    }
}
