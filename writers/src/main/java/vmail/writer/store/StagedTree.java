package vmail.writer.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vmail.store.DeliveryLink;
import vmail.store.MaildirShape;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.store.SubscriptionLines;

/**
 * A directory that is not there yet, with everything below it, made in the staging folder: a person's maildir with parents and
 * subscriptions, or a sharable maildir with its folders. It appears in one step, whole.
 */
final class StagedTree {

    private static final int SUBSCRIPTIONS_MODE = 0644;

    private final Path staged;
    private final Path place;
    private final Belongings belongings;
    private final Set<Path> directories = new HashSet<>();
    private final Set<Path> maildirs = new HashSet<>();
    private final Map<Path, byte[]> subscriptions = new LinkedHashMap<>();
    private final Map<StoreItem, StoreOutcome> outcomes = new HashMap<>();

    /**
     * @param staged where it is made
     * @param place where it will be
     */
    StagedTree(Path staged, Path place, Belongings belongings) {
        this.staged = staged;
        this.place = place;
        this.belongings = belongings;
    }

    /** Adds an item that lies in this tree; leaves others alone. */
    void add(StoreItem item) throws IOException {
        if (!item.path().startsWith(place) || outcomes.containsKey(item)) {
            return;
        }
        if (item instanceof Subscription subscription) {
            addLine(subscription);
        } else if (item instanceof DeliveryLink link) {
            if (!link.path().equals(place)) {
                List<Path> made = parents(link.path());
                belongings.makeLink(at(link.path()), link.target());
                outcomes.put(item, new StoreOutcome.Made(item, with(made, link.path())));
            }
        } else if (!directories.contains(item.path())) {
            addDirectory(item);
        }
    }

    private void addDirectory(StoreItem item) throws IOException {
        MaildirShape shape = MaildirShape.of(item).orElseThrow(() -> new AssertionError("no directory: " + item));
        Path path = item.path();
        List<Path> made = parents(path);
        makeDirectory(path, shape.mode());
        for (String part : MaildirShape.PARTS) {
            makeDirectory(path.resolve(part), shape.innerMode());
        }
        if (shape.marked()) {
            belongings.makeFile(at(path.resolve(MaildirShape.MARKER)), new byte[0], MaildirShape.MARKER_MODE);
        }
        maildirs.add(path);
        outcomes.put(item, new StoreOutcome.Made(item, with(made, path)));
    }

    private void addLine(Subscription subscription) {
        Path file = subscription.path();
        if (!maildirs.contains(file.getParent())) {
            return;
        }
        byte[] content = subscriptions.getOrDefault(file, new byte[0]);
        SubscriptionLines lines = SubscriptionLines.of(content);
        if (lines.contradicting(subscription).isEmpty()) {
            subscriptions.put(file, SubscriptionLines.appended(content, subscription));
            outcomes.put(subscription, new StoreOutcome.Made(subscription, List.of(file)));
        }
    }

    /** Writes what is written last. */
    void finish() throws IOException {
        for (Map.Entry<Path, byte[]> file : subscriptions.entrySet()) {
            belongings.makeFile(at(file.getKey()), file.getValue(), SUBSCRIPTIONS_MODE);
        }
    }

    Map<StoreItem, StoreOutcome> outcomes() {
        return outcomes;
    }

    /** Files with content, where they will be. */
    Set<Path> files() {
        return subscriptions.keySet();
    }

    private List<Path> parents(Path path) throws IOException {
        List<Path> made = new ArrayList<>();
        if (path.equals(place)) {
            return made;
        }
        Path parent = place;
        for (int depth = place.getNameCount(); depth < path.getNameCount(); depth++) {
            if (!directories.contains(parent)) {
                makeDirectory(parent, MaildirShape.PARENT_MODE);
                made.add(parent);
            }
            parent = parent.resolve(path.getName(depth));
        }
        return made;
    }

    private void makeDirectory(Path path, int mode) throws IOException {
        belongings.makeDirectory(at(path), mode);
        directories.add(path);
    }

    private Path at(Path path) {
        return path.equals(place) ? staged : staged.resolve(place.relativize(path));
    }

    private static List<Path> with(List<Path> paths, Path last) {
        List<Path> all = new ArrayList<>(paths);
        all.add(last);
        return all;
    }
}
