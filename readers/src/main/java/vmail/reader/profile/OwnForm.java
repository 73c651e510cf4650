package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.source.ReadOptions;

/**
 * Whether records are in the form of this system: some qmailUser lies below the account base or has its store below the mail
 * base, or there is no account base that could tell.
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
        if (!holds && fields.hasClass(List.of("qmailUser"))) {
            holds = base.isEmpty()
                    || fields.dn()
                            .filter(dn ->
                                    dn.getParent() != null && dn.getParent().equals(base.get()))
                            .isPresent()
                    || fields.values("mailMessageStore").stream()
                            .anyMatch(store -> store.strip().startsWith(mailBase + "/"));
        }
    }

    boolean holds() {
        return holds;
    }
}
