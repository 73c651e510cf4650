package vmail.check;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import vmail.account.PersonalAccount;
import vmail.report.run.FolderAccess;

/**
 * Who may read which shared folder. Of the people it keeps those with the most folders, so that memory grows with the shared folders
 * alone; which ones does not depend on the order in which they come.
 */
final class AccessCount {

    private static final int FOLDERS = 20;
    private static final int PEOPLE = 40;

    private static final Comparator<Person> MOST_FIRST = Comparator.comparing(
                    (Person person) -> person.folders().size(), Comparator.reverseOrder())
            .thenComparing(person -> person.dn().toNormalizedString());

    private final Map<String, Folder> folders = new TreeMap<>();
    private final PriorityQueue<Person> people = new PriorityQueue<>(MOST_FIRST.reversed());
    private long readers;

    private record Folder(DN dn, long readers) {}

    private record Person(DN dn, List<String> folders) {}

    /** @param shared whether there is a shared account of that name */
    void add(PersonalAccount account, Predicate<DN> shared) {
        List<DN> read = account.sharedFolders().stream().filter(shared).toList();
        if (read.isEmpty()) {
            return;
        }
        readers++;
        read.forEach(dn -> folders.merge(
                dn.toNormalizedString(), new Folder(dn, 1), (old, one) -> new Folder(old.dn(), old.readers() + 1)));
        people.add(new Person(
                account.dn(), read.stream().map(DN::toNormalizedString).toList()));
        if (people.size() > PEOPLE) {
            people.remove();
        }
    }

    /** People who may read some shared folder. */
    long readers() {
        return readers;
    }

    /** Shared folders that somebody may read. */
    long folders() {
        return folders.size();
    }

    /** Those with the most readers. */
    List<FolderAccess> access() {
        List<Person> most = new ArrayList<>(people);
        most.sort(MOST_FIRST);
        return folders.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Folder> each) ->
                                        each.getValue().readers(),
                                Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(FOLDERS)
                .map(each -> new FolderAccess(
                        each.getValue().dn().toString(),
                        each.getValue().readers(),
                        most.stream()
                                .filter(person -> person.folders().contains(each.getKey()))
                                .map(person -> person.dn().toString())
                                .toList()))
                .toList();
    }
}
