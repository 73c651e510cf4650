package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;

/**
 * {@code mailMessageStore} is given once and is a path as {@link MailStore} describes: absolute, below the mail base, in normal form,
 * ending with a slash (howto 1.5.11).
 *
 * <p>Without the slash Postfix writes an mbox file that Courier can not open, or defers; a path with {@code ..} leaves the mail base, for
 * Postfix delivers below {@code /}; of two values it makes one path that nobody reads.
 */
public record StoreWellFormed(MailBase base) implements EntryRule {

    @Override
    public String id() {
        return "store-well-formed";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.LOST;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> stores = candidate.values("mailMessageStore");
        if (stores.size() > 1) {
            return List.of(finding(
                    candidate,
                    "found %d mailMessageStore values %s, expected one".formatted(stores.size(), stores),
                    "Keep the one that holds the mail"));
        }
        return stores.stream()
                .filter(store -> !store.isBlank())
                .flatMap(store -> MailStore.fault(store, base).stream()
                        .map(fault -> finding(candidate, "mailMessageStore " + store + " " + fault, remedy(store))))
                .toList();
    }

    private String remedy(String store) {
        String normal = Claims.normal(store) + "/";
        return MailStore.fault(normal, base).isEmpty()
                ? "Set mailMessageStore: " + normal
                : "Set mailMessageStore to a path like " + base + "/albert.onestone/Maildir/";
    }
}
