package vmail.report.render;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;

/**
 * The paths of a run for other programs, a path a line, in the order of their characters:
 *
 * <pre>
 * paths/
 *   RULE.txt      where the rule does not hold; without what an administrator has accepted
 *   combined.txt  of an audit: each path with its state before it, see {@link CombinedPaths}
 *   escaped.txt   paths that a line can not hold and which are in no other list, for people: the rule, the finding's id, the path
 * </pre>
 */
public final class PathLists {

    static final String FOLDER = "paths";
    static final String COMBINED = "combined.txt";

    private static final String ESCAPED = "escaped.txt";
    private static final String END = ".txt";

    /** Of a rule, as it becomes the name of a file. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private PathLists() {}

    /**
     * Writes the lists of a run into a folder that is not there yet: those that the run left, or, if it left none, new ones without
     * the combined list, which needs what only the run itself saw.
     *
     * @param run the folder of the run
     */
    public static void write(Path run, RunContents contents, Path folder) {
        ListFolder.write(folder, lists -> {
            List<Path> left = left(run.resolve(FOLDER));
            if (left.isEmpty()) {
                write(contents, Optional.empty(), lists);
            }
            left.forEach(list -> copy(list, lists));
        });
    }

    private static List<Path> left(Path folder) {
        List<Path> lists = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
            files.forEach(lists::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw RunFileNotRead.of(folder, e);
        }
        Collections.sort(lists);
        return lists;
    }

    private static void copy(Path list, ListFolder lists) {
        try (Stream<String> lines = Files.lines(list)) {
            lines.forEach(line -> lists.add(String.valueOf(list.getFileName()), line));
        } catch (IOException e) {
            throw RunFileNotRead.of(list, e);
        }
    }

    /** @param sides what the audit saw of paths without findings */
    static void write(RunContents contents, Optional<CombinedPaths> sides, ListFolder folder) {
        try (LineSort plain = new LineSort();
                LineSort odd = new LineSort()) {
            contents.findings(finding -> {
                if (finding.place().isEmpty()) {
                    return;
                }
                boolean accepted = finding.state() == FindingState.ACCEPTED;
                if (!PathText.isPlain(finding.place())
                        || !NAME.matcher(finding.rule()).matches()) {
                    odd.add(InertText.of(finding.rule()) + " " + finding.id() + " " + PathText.shown(finding));
                } else if (!accepted) {
                    plain.add(finding.rule() + "\0" + finding.place());
                }
                sides.ifPresent(paths -> paths.add(finding));
            });
            plain.forEach(line -> {
                int end = line.indexOf('\0');
                folder.add(line.substring(0, end) + END, line.substring(end + 1));
            });
            sides.ifPresent(paths -> {
                paths.forEach(line -> folder.add(COMBINED, line));
                paths.forEachOdd(odd::add);
            });
            odd.forEach(line -> folder.add(ESCAPED, line));
        }
    }
}
