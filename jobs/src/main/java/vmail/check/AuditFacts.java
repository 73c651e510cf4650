package vmail.check;

import java.util.Map;
import java.util.TreeMap;
import vmail.account.Candidate;
import vmail.store.DiskObject;

/** What an audit counts, by name; the next one compares itself with it. */
public final class AuditFacts {

    static final String ACCOUNTS = "accounts";
    public static final String MAILDIRS = "maildirs";
    static final String OBJECTS = "things-on-disk";
    public static final String BASE_INODE = "mail-base-inode";

    private static final String CHANGED = "changed-meanwhile";

    /** Attributes without which every account would look wrong, where access rules hide them. */
    private static final String[] NEEDED = {"uid", "mail", "accountStatus", "mailMessageStore", "seeAlso", "objectClass"
    };

    private final Map<String, Long> facts = new TreeMap<>();

    void count(Candidate candidate) {
        add(ACCOUNTS);
        for (String attribute : NEEDED) {
            if (candidate.entry().hasAttribute(attribute)) {
                add(with(attribute));
            }
        }
    }

    /** The name of the number of accounts that show an attribute. */
    static String with(String attribute) {
        return "accounts-with-" + attribute;
    }

    static String[] needed() {
        return NEEDED.clone();
    }

    void count(DiskObject object) {
        add(OBJECTS);
        if (object.kind() == DiskObject.Kind.MAILDIR || object.kind() == DiskObject.Kind.SHARABLE_MAILDIR) {
            add(MAILDIRS);
        }
    }

    /** Entries that were changed while they were audited. */
    void changed() {
        add(CHANGED);
    }

    void set(String name, long number) {
        facts.put(name, number);
    }

    private void add(String name) {
        facts.merge(name, 1L, Long::sum);
    }

    long accounts() {
        return facts.getOrDefault(ACCOUNTS, 0L);
    }

    Map<String, Long> all() {
        return Map.copyOf(facts);
    }
}
