package vmail.report.render;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vmail.account.DiskPath;
import vmail.report.audit.StorePaths;
import vmail.report.run.RunFinding;
import vmail.rule.StoreRule;

/**
 * Directory and disk in one list, with the signs of {@code rclone check --combined}: {@code = path} is on both sides and as it must
 * be, {@code - path} only in the directory, {@code + path} only on disk, {@code * path} differs, {@code ! path} could not be looked at.
 * Paths are those that accounts must have (maildirs, shared folders, delivery links) and those of findings; each stands there once,
 * below its parent. What differs inside of a maildir makes that differ, too.
 */
public final class CombinedPaths implements StorePaths, Closeable {

    private static final Set<StoreRule> ONLY_IN_DIRECTORY = EnumSet.of(
            StoreRule.MAILDIR_PRESENT,
            StoreRule.SHARABLE_MAILDIR_PRESENT,
            StoreRule.SHARED_FOLDER_PRESENT,
            StoreRule.SHARED_BOX_PRESENT,
            StoreRule.DELIVERY_LINK_PRESENT);

    private static final Set<StoreRule> ONLY_ON_DISK = EnumSet.of(
            StoreRule.NO_ORPHAN_MAILDIR,
            StoreRule.NO_ORPHAN_LINK,
            StoreRule.NO_ORPHAN_SHARED_MAILDIR,
            StoreRule.NO_ORPHAN_FOLDER,
            StoreRule.NO_STRAY_FILE,
            StoreRule.NO_COMMA_DIRECTORY,
            StoreRule.STORE_NOT_RENAMED);

    /** The strongest first. */
    private static final String SIGNS = "!-+*=";
    /** Something inside differs; is no sign of its own. */
    private static final char INSIDE = '~';

    /** Sorts a directory right before what is in it; in no path that gets here. */
    private static final char SLASH = '\u0001';

    private static final char END = '\0';

    private final LineSort paths = new LineSort();
    private final LineSort odd = new LineSort();

    @Override
    public void sound(Path path) {
        add('=', path.toString());
    }

    @Override
    public void unseen(Path path) {
        add('!', path.toString());
    }

    /** A finding that has a place. */
    void add(RunFinding finding) {
        // what a line can not hold is in the list of its rule
        if (PathText.isPlain(finding.place())) {
            add(sign(finding.rule()), finding.place());
            addParents(finding.place());
        }
        if (finding.rule().equals(StoreRule.STORE_NOT_RENAMED.id())
                && !finding.about().isEmpty()) {
            add('-', finding.about());
        }
    }

    private static char sign(String rule) {
        if (has(ONLY_IN_DIRECTORY, rule)) {
            return '-';
        }
        return has(ONLY_ON_DISK, rule) ? '+' : '*';
    }

    private static boolean has(Set<StoreRule> rules, String id) {
        return rules.stream().anyMatch(rule -> rule.id().equals(id));
    }

    private void add(char sign, String path) {
        if (PathText.isPlain(path)) {
            paths.add(path.replace('/', SLASH) + END + sign);
        } else {
            odd.add(sign + " " + DiskPath.shown(path));
        }
    }

    private void addParents(String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            paths.add(path.substring(0, slash).replace('/', SLASH) + END + INSIDE);
        }
    }

    /** Hands over the lines. */
    void forEach(Consumer<String> out) {
        Lines lines = new Lines(out);
        paths.forEach(lines::add);
        lines.end();
    }

    /** Paths that a line can not hold, with their signs. */
    void forEachOdd(Consumer<String> out) {
        odd.forEach(out);
    }

    @Override
    public void close() {
        for (LineSort each : List.of(paths, odd)) {
            each.close();
        }
    }

    /** The signs of one path, which come one after the other. */
    private static final class Lines {

        private final Consumer<String> out;
        private String path = "";
        private String signs = "";

        Lines(Consumer<String> out) {
            this.out = out;
        }

        void add(String line) {
            int end = line.indexOf(END);
            String next = line.substring(0, end);
            if (!next.equals(path)) {
                end();
                path = next;
                signs = "";
            }
            signs += line.substring(end + 1);
        }

        void end() {
            SIGNS.chars()
                    .filter(sign -> signs.indexOf(sign) >= 0)
                    .findFirst()
                    .ifPresent(sign -> out.accept((char) (sign == '=' && signs.indexOf(INSIDE) >= 0 ? '*' : sign) + " "
                            + path.replace(SLASH, '/')));
        }
    }
}
