package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vmail.lookup.Lookup;
import vmail.settings.Settings;

/**
 * A lookup as a mail server makes it, for one account or domain that vmail sees: access rules can hide from Postfix and
 * Courier what they show to vmail, above all where vmail binds as the administrator.
 */
record SampleLookup(Settings settings, Lookup lookup) {

    private static final int ENOUGH = 50;

    /**
     * The key of an entry that is there and that a search for the key does not find; empty where all is well.
     *
     * <p>slapd believes its index: a line {@code index associatedDomain eq} without slapindex(8) hides every older entry.
     */
    Optional<String> notFound(LDAPInterface ours) throws LDAPException {
        Optional<String> key = key(ours);
        return key.isPresent() && answer(ours, key.get()).isEmpty() ? key : Optional.empty();
    }

    /** What the other side does not get and we do, in words; empty too where there is nothing to look up yet. */
    Optional<String> unanswered(LDAPInterface ours, LDAPInterface theirs) throws LDAPException {
        Optional<String> key = key(ours);
        if (key.isEmpty() || answer(ours, key.get()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> answer = answer(theirs, key.get());
        if (answer.isEmpty()) {
            return Optional.of("finds nothing for " + key.get());
        }
        return answer.get().hasAttribute(lookup.resultAttribute())
                ? Optional.empty()
                : Optional.of("finds %s, but not its %s".formatted(key.get(), lookup.resultAttribute()));
    }

    private Optional<DN> base() {
        return lookup == Lookup.DOMAIN ? settings.systemBase() : settings.accountBase();
    }

    /** Of an entry that is looked for without the index in question, and whose status is compared here. */
    private Optional<String> key(LDAPInterface ours) throws LDAPException {
        if (base().isEmpty()) {
            return Optional.empty();
        }
        return some(ours, base().get(), sampleFilter(), asked(), "accountStatus").stream()
                .filter(entry -> lookup == Lookup.DOMAIN || isActive(entry))
                .findFirst()
                .map(entry -> Objects.requireNonNull(entry.getAttributeValue(asked())));
    }

    private static boolean isActive(Entry entry) {
        String status = entry.getAttributeValue("accountStatus");
        return status != null && status.strip().equalsIgnoreCase("active");
    }

    private Optional<Entry> answer(LDAPInterface directory, String key) throws LDAPException {
        return some(directory, base().orElseThrow(), lookup.filter(key), lookup.resultAttribute()).stream()
                .findFirst();
    }

    private String asked() {
        return switch (lookup) {
            case DOMAIN -> "associatedDomain";
            case ALIAS, MAILBOX -> "mail";
            case LOGIN -> "uid";
        };
    }

    private Filter sampleFilter() {
        Filter asked = Filter.createPresenceFilter(asked());
        return lookup == Lookup.DOMAIN
                ? asked
                : Filter.createANDFilter(asked, Filter.createPresenceFilter(lookup.resultAttribute()));
    }

    /** A limit is no failure, and a hidden base finds nothing. */
    private static List<Entry> some(LDAPInterface directory, DN base, Filter filter, String... attributes)
            throws LDAPException {
        List<Entry> found = new ArrayList<>();
        try {
            new Search(directory, base).some(filter, ENOUGH, found::add, attributes);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                    && !e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
        }
        return found;
    }
}
