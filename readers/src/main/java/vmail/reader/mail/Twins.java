package vmail.reader.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.message.MessageName;
import vmail.message.Oddity;
import vmail.rule.Hash;

/**
 * Messages of one folder with the same name but for their flags. Courier moves a message from {@code new} to {@code cur} and changes flags
 * by rename(2), which puts one of the two in the place of the other as soon as their flags are equal.
 *
 * <p>While a folder is listed messages are moved in it, and are listed twice: what looks like a pair is listed again, and has to be there
 * at the same moment.
 */
final class Twins {

    /** Eight bytes each. In a folder with more messages those that come later are not compared. */
    private static final int MOST = 1 << 20;
    /** More pairs are a copy of a whole folder. */
    private static final int MOST_PAIRS = 1000;

    private static final char UNDECODABLE = '\uFFFD';

    private long[] hashes = new long[64];
    private int count;

    void add(String base) {
        if (count == MOST || base.indexOf(UNDECODABLE) >= 0) {
            return;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = Hash.of("", base);
    }

    /**
     * Adds what is there twice.
     *
     * @param folder the one whose names were added
     * @param name of it in the maildir
     */
    void tell(OpenDirectory folder, Path name, Tally tally) throws IOException {
        long[] twice = twice();
        if (twice.length == 0) {
            return;
        }
        Map<String, List<Path>> alike = new HashMap<>();
        addAlike(folder, FolderLook.NEW, twice, alike);
        addAlike(folder, FolderLook.CUR, twice, alike);
        for (List<Path> files : alike.values()) {
            if (files.size() > 1 && areThere(folder, files)) {
                tally.add(Oddity.TWICE, name.resolve(files.get(1)));
            }
        }
    }

    private static void addAlike(OpenDirectory folder, Path part, long[] twice, Map<String, List<Path>> alike)
            throws IOException {
        Optional<OpenDirectory> found = folder.directory(part);
        if (found.isEmpty()) {
            return;
        }
        try (OpenDirectory open = found.get()) {
            open.forEach(file -> {
                String base = MessageName.of(file.toString()).base();
                if (alike.size() < MOST_PAIRS && Arrays.binarySearch(twice, Hash.of("", base)) >= 0) {
                    alike.computeIfAbsent(base, each -> new ArrayList<>()).add(part.resolve(file));
                }
            });
        }
    }

    private static boolean areThere(OpenDirectory folder, List<Path> files) throws IOException {
        for (int i : new int[] {0, 1, 0}) {
            if (folder.look(files.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private long[] twice() {
        Arrays.sort(hashes, 0, count);
        long[] twice = new long[MOST_PAIRS];
        int found = 0;
        for (int i = 1; i < count && found < MOST_PAIRS; i++) {
            if (hashes[i] == hashes[i - 1] && (found == 0 || twice[found - 1] != hashes[i])) {
                twice[found++] = hashes[i];
            }
        }
        return Arrays.copyOf(twice, found);
    }
}
