package vmail.explain;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.settings.Settings;

/** Answers questions about the mail system as directory and disk are now. Writes nothing. For one question. */
public final class Explainer {

    private final AccountLookup directory;
    private final PostfixMaps maps;
    private final Judge judge;
    private final MailRoute mail;
    private final StoreRoute stores;
    private final LoginRoute logins;
    private final Readers readers;
    private final PathOwner owners;
    private final boolean mailShared;

    private final Set<Finding> told = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<String> conclusion = new ArrayList<>();
    private final Map<String, Set<String>> readersOfStores = new HashMap<>();

    /**
     * @param settings with an account base
     * @throws IncompleteRead when not even the accepted domains can be read
     */
    public Explainer(Settings settings, LDAPInterface connection) throws IncompleteRead {
        this.mailShared = settings.mailShared();
        DiskLook disk = new DiskLook(settings.mailBase());
        this.directory = new AccountLookup(
                connection, settings.accountBase().orElseThrow(), settings.systemBase(), settings.bindDn());
        this.maps = new PostfixMaps(directory);
        this.judge = new Judge(settings, directory, disk);
        this.mail = new MailRoute(directory, maps, judge, mailShared);
        this.stores = new StoreRoute(settings.mailBase(), disk, judge);
        this.logins = new LoginRoute(directory, settings.mailBase(), disk, judge, stores);
        this.readers = new Readers(directory, settings.mailBase(), disk, judge, logins);
        this.owners = new PathOwner(directory, settings.mailBase(), disk, readers);
    }

    /** The same, and what Postfix itself answers to what was asked on the way. */
    public Explanation explain(Question question, LivePostfix postfix) {
        explain(question);
        go("Postfix itself", trail -> new LiveComparison(postfix, maps, mailShared).walk(trail));
        return new Explanation(question, parts, conclusion);
    }

    public Explanation explain(Question question) {
        if (question instanceof Question.Address address) {
            address(address.address());
        } else if (question instanceof Question.Login login) {
            login(login.uid());
        } else if (question instanceof Question.Entry entry) {
            entry(entry);
        } else if (question instanceof Question.OnDisk place) {
            place(place);
        } else {
            throw new AssertionError("a kind of question without an answer: " + question);
        }
        return new Explanation(question, parts, conclusion);
    }

    private void address(String address) {
        Map<Arrival, Path> ends = new LinkedHashMap<>();
        List<Arrival> arrivals = new ArrayList<>();
        go("mail to " + address, trail -> {
            for (Arrival arrival : mail.walk(address, trail)) {
                if (arrivals.stream().noneMatch(before -> before.store().equals(arrival.store()))) {
                    arrivals.add(arrival);
                    stores.walk(arrival.account(), arrival.store(), trail).ifPresent(end -> ends.put(arrival, end));
                }
            }
        });
        if (arrivals.isEmpty()) {
            conclusion.add("mail to " + address + " arrives in no store");
        }
        for (Arrival arrival : arrivals) {
            Path end = ends.get(arrival);
            conclusion.add(
                    end == null
                            ? "mail to " + address + " finds no maildir at " + arrival.store()
                            : "mail to " + address + " arrives in " + arrival.store() + ", "
                                    + readBy(readers(arrival, end)));
        }
    }

    private Set<String> readers(Arrival arrival, Path end) {
        Set<String> before = readersOfStores.get(arrival.store());
        if (before != null) {
            return before;
        }
        Set<String> who = new LinkedHashSet<>();
        go("readers of " + arrival.store(), trail -> who.addAll(readers.at(arrival.account(), end, trail)));
        readersOfStores.put(arrival.store(), who);
        return who;
    }

    private void login(String uid) {
        Set<String> in = new LinkedHashSet<>();
        go("login " + uid, trail -> logins.walk(uid, trail).map(Candidate::dn).ifPresent(in::add));
        conclusion.add(
                in.isEmpty()
                        ? "nobody reads mail by the login " + uid
                        : uid + " logs in as " + String.join(", ", in) + " and reads mail");
    }

    private void entry(Question.Entry question) {
        List<Candidate> found = new ArrayList<>();
        go("entry " + question.dn(), trail -> {
            Optional<Candidate> entry = directory.entry(question.dn());
            entry.ifPresent(found::add);
            if (entry.isEmpty()) {
                trail.fault(Effect.NONE, "entry", "there is none, or none that the bind DN may see", List.of());
            } else if (!entry.get().isAccount()) {
                trail.fault(Effect.NONE, "entry", "is no account: it has neither mail nor store", List.of());
                found.clear();
            } else {
                trail.judged(
                        "entry",
                        "accountStatus " + String.join(", ", entry.get().values("accountStatus")),
                        judge.of(entry.get()).of(Topic.ENTRY));
            }
        });
        for (Candidate account : found) {
            addresses(account).forEach(this::address);
            if (account.kind() == RecordKind.SHARED) {
                shared(account);
            } else {
                account.values("uid").forEach(this::login);
            }
        }
        if (found.isEmpty()) {
            conclusion.add(question.dn() + " gets no mail and reads none");
        }
    }

    private static List<String> addresses(Candidate account) {
        List<String> addresses = new ArrayList<>(account.values("mail"));
        addresses.addAll(account.values("mailAlternateAddress"));
        return addresses;
    }

    private void shared(Candidate account) {
        Set<String> who = new LinkedHashSet<>();
        go("readers of " + account.dn(), trail -> who.addAll(readers.of(account, trail)));
        conclusion.add(account.dn() + " is " + readBy(who));
    }

    private void place(Question.OnDisk question) {
        Set<String> who = new LinkedHashSet<>();
        go(question.toString(), trail -> who.addAll(owners.walk(question.path(), trail)));
        conclusion.add("what is at " + question.path() + " is " + readBy(who));
    }

    private static String readBy(Set<String> who) {
        return who.isEmpty() ? "read by nobody" : "read by " + String.join(", ", who);
    }

    private interface Way {
        void go(Trail trail) throws IncompleteRead;
    }

    private void go(String title, Way way) {
        Trail trail = new Trail(title, told);
        try {
            way.go(trail);
        } catch (IncompleteRead e) {
            trail.unknown("directory", String.valueOf(e.getMessage()));
        }
        parts.add(trail.part());
    }
}
