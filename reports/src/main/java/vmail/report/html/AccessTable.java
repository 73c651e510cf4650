package vmail.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunContents;

/**
 * Who may read which shared folder: people down, folders across.
 *
 * @param allPeople how many may read some shared folder, shown or not
 * @param allFolders how many shared folders somebody may read, shown or not
 */
public record AccessTable(List<FolderAccess> folders, List<Person> people, long allPeople, long allFolders) {

    /** A line of the table; a value for each folder. */
    public record Person(String dn, List<Boolean> reads) {

        long count() {
            return reads.stream().filter(each -> each).count();
        }
    }

    static AccessTable of(RunContents contents) {
        List<FolderAccess> folders = contents.access();
        Map<String, List<Boolean>> people = new LinkedHashMap<>();
        folders.forEach(folder -> folder.people().forEach(dn -> people.put(dn, new ArrayList<>())));
        for (FolderAccess folder : folders) {
            people.forEach((dn, reads) -> reads.add(folder.people().contains(dn)));
        }
        List<Person> lines = people.entrySet().stream()
                .map(each -> new Person(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Person::count, Comparator.reverseOrder())
                        .thenComparing(Person::dn))
                .toList();
        Map<String, Long> facts = contents.head().run().facts();
        return new AccessTable(
                folders,
                lines,
                facts.getOrDefault(FolderAccess.READERS, (long) lines.size()),
                facts.getOrDefault(FolderAccess.READ_FOLDERS, (long) folders.size()));
    }

    /** Whether there are more people or folders than are shown. */
    public boolean isCut() {
        return allPeople > people.size() || allFolders > folders.size();
    }

    /** The first name of a DN, as a title of a narrow column; commas that belong to it are escaped. */
    public static String name(String dn) {
        int from = dn.indexOf('=') + 1;
        int end = from;
        while (end < dn.length() && dn.charAt(end) != ',') {
            end += dn.charAt(end) == '\\' ? 2 : 1;
        }
        return dn.substring(from, Math.min(end, dn.length()));
    }
}
