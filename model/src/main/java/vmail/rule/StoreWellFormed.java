package vmail.rule;

import java.util.List;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;

/**
 * {@code mailMessageStore} is given once and is a path as {@link MailStore} describes: absolute, below the mail base, in normal form,
 * ending with a slash (howto 1.5.11).
 *
 * <p>Without the slash Postfix writes an mbox file that Courier can not open, or defers; outside the mail base, where the mail owner can
 * not write, it defers; a relative path it takes below {@code /}, where Courier does not look; of two values it makes one path that nobody
 * reads. Other characters work in both, and vmail does not make such a maildir. What happened is the effect of the finding.
 */
public record StoreWellFormed(MailBase base) implements EntryRule {

    /** Of file systems. */
    private static final int LONGEST_NAME = 255;

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
                        .map(fault -> finding(candidate, "mailMessageStore " + store + " " + fault, remedy(store))
                                .withEffect(effect(store))
                                .mended(mending(store))))
                .toList();
    }

    /** What Postfix and Courier do with the path as it is, whoever is to make the maildir. */
    private Effect effect(String store) {
        if (!store.startsWith("/")) {
            // Postfix delivers below /, where the mail owner can not write; Courier never finds it
            return MailStore.fault("/" + store, base).isEmpty() ? Effect.NOLOGIN : Effect.DEFERRED;
        }
        if (!store.endsWith("/")) {
            return Effect.LOST;
        }
        boolean below = Claims.normal(store).startsWith(base + "/");
        return below && isShort(store) && store.chars().allMatch(c -> c >= ' ' && c <= '~')
                ? Effect.NONE
                : Effect.DEFERRED;
    }

    /** A slash is all that is missing. */
    private Mending mending(String store) {
        return MailStore.fault(store + "/", base).isEmpty() ? Mending.AUTOMATIC : Mending.BY_HAND;
    }

    private static boolean isShort(String store) {
        return Stream.of(store.split("/", -1)).allMatch(part -> part.length() <= LONGEST_NAME);
    }

    private String remedy(String store) {
        String normal = Claims.normal(store) + "/";
        return MailStore.fault(normal, base).isEmpty()
                ? "Set mailMessageStore: " + normal
                : "Set mailMessageStore to a path like " + base + "/albert.onestone/Maildir/";
    }
}
