package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.RecordKind;

/**
 * The store of a personal account is not below {@code shared} or {@code shared.maildirs} of the mail base (howto 1.7).
 *
 * <p>What lies there is read by all who subscribe to the shared folder. An inactive account may be a shared one that waits for
 * its cut-over, and gets no mail.
 */
public record PersonalStorePlace(MailBase base) implements EntryRule {

    @Override
    public String id() {
        return "personal-store-place";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.LEAKED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.PERSONAL || candidate.isInactive()) {
            return List.of();
        }
        return candidate.values("mailMessageStore").stream()
                .flatMap(value -> MailStore.of(value, base).stream())
                .filter(store -> store.path().startsWith(base.sharedRoot())
                        || store.path().startsWith(base.sharedMaildirsRoot()))
                .distinct()
                .map(store -> finding(
                                candidate,
                                "personal store %s is among the shared folders".formatted(store.value()),
                                "Choose a store outside %s and %s, or set accountStatus: shared"
                                        .formatted(base.sharedRoot(), base.sharedMaildirsRoot()))
                        .about(store.value()))
                .toList();
    }
}
