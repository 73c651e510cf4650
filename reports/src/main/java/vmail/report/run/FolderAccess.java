package vmail.report.run;

import java.util.List;

/**
 * Who may read a shared folder, as the directory has it.
 *
 * @param folder the DN of the shared account
 * @param readers how many may
 * @param people the DNs of some of them: of the people with the most shared folders
 */
public record FolderAccess(String folder, long readers, List<String> people) {

    /** The fact of a run that says how many people may read some shared folder. */
    public static final String READERS = "people-with-shared-folders";

    /** The fact of a run that says how many shared folders somebody may read. */
    public static final String READ_FOLDERS = "shared-folders-with-readers";

    public FolderAccess {
        people = List.copyOf(people);
    }
}
