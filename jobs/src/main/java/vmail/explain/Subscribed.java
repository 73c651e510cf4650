package vmail.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.Place;
import vmail.store.DiskAttributes;
import vmail.store.SubscriptionLines;

/**
 * What of other people's folders one maildir shows.
 *
 * @param lines of {@code shared-maildirs}: what Courier lists
 * @param opened what {@code shared-folders} leads to, which Courier made when a folder was first opened; it can be read even
 *     when the line is gone
 */
record Subscribed(List<SubscriptionLines.Line> lines, List<Opened> opened) {

    /** More than people have; what is above is not looked at. */
    private static final int MOST = 1000;

    /** A folder that was opened once. */
    record Opened(String nick, String folder, Path target) {}

    /**
     * @param maildir a directory, no link
     * @throws IOException when not all can be seen
     */
    static Subscribed in(Path maildir, DiskLook disk) throws IOException {
        List<Opened> opened = new ArrayList<>();
        Path all = maildir.resolve("shared-folders");
        for (Path nick : directories(all, disk)) {
            for (Path folder : directories(nick, disk)) {
                Path link = folder.resolve("shared");
                if (disk.look(link).filter(DiskAttributes::isLink).isPresent()) {
                    opened.add(new Opened(
                            nick.getFileName().toString(), folder.getFileName().toString(), disk.target(link)));
                }
            }
        }
        return new Subscribed(
                disk.subscriptions(maildir.resolve("shared-maildirs")).lines(), opened);
    }

    private static List<Path> directories(Path parent, DiskLook disk) throws IOException {
        if (disk.look(parent).filter(DiskAttributes::isDirectory).isEmpty()) {
            return List.of();
        }
        List<Path> directories = new ArrayList<>();
        for (Path child : disk.children(parent, MOST)) {
            if (disk.look(child).filter(DiskAttributes::isDirectory).isPresent()) {
                directories.add(child);
            }
        }
        return directories;
    }

    /** Those that a line no longer covers, and that lead to a folder that is there. */
    List<Opened> leftOver(DiskLook disk, Path mailBase) {
        return opened.stream()
                .filter(each -> lines.stream().noneMatch(line -> covers(line, each)))
                .filter(each -> leadsSomewhere(each.target(), disk, mailBase))
                .toList();
    }

    private static boolean covers(SubscriptionLines.Line line, Opened opened) {
        return line.nick().equals(opened.nick()) && opened.target().toString().startsWith(line.path() + "/");
    }

    private static boolean leadsSomewhere(Path target, DiskLook disk, Path mailBase) {
        if (!target.startsWith(mailBase) || !target.equals(target.normalize())) {
            // not looked at, so it may
            return true;
        }
        Place.Kind kind = disk.at(target).kind();
        return kind == Place.Kind.DIRECTORY || kind == Place.Kind.UNKNOWN || kind == Place.Kind.OUTSIDE;
    }
}
