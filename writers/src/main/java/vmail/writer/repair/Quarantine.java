package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.Standing;

/** Where repair puts what it moves out of the way: in the mail base, so that nothing is copied, and where no server looks. */
public final class Quarantine {

    public static final String NAME = ".vmail-quarantine";

    private static final int FOLDER_MODE = 0700;
    private static final int MANIFEST_MODE = 0600;
    private static final String MANIFEST = ".json";

    private final OpenMailBase disk;
    private final String run;
    private final Instant now;
    private int last;

    /** @param run the id of the run that moves things here */
    public Quarantine(OpenMailBase disk, String run, Instant now) {
        this.disk = disk;
        this.run = run;
        this.now = now;
    }

    static Path folder(MailBase base) {
        return base.path().resolve(NAME);
    }

    /**
     * A thing that was moved here.
     *
     * @param name as commands take it: the run and a number
     * @param at where it is
     * @param was where it was
     * @param why the rule whose finding it was
     * @param messages how many it held
     */
    public record Item(
            String name, Path at, Path was, String why, Instant moved, long messages, long bytes, long inode) {}

    /** A place for a thing, and the changes that bring it there; the last one is its move. */
    public record Admission(Path at, List<Change> changes) {

        public Admission {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Plans to move a thing here.
     *
     * @param thing as it stands there now
     * @param why the rule whose finding it is
     * @param census of what it holds when it is here
     */
    public Admission admit(Path path, Standing thing, String why, Census census) throws IOException, InTheWay {
        Path folder = folder(disk.base()).resolve(run);
        last++;
        while (disk.look(folder.resolve(Integer.toString(last))).isPresent()) {
            last++;
        }
        Path at = folder.resolve(Integer.toString(last));
        String manifest = new Fields()
                        .with("item", run + "/" + last)
                        .with("was", path)
                        .with("rule", why)
                        .with("moved", now.toString())
                        .with("messages", census.messages())
                        .with("bytes", census.bytes())
                        .with("inode", thing.inode())
                        .json()
                        .toSingleLineString()
                + "\n";
        return new Admission(
                at,
                List.of(
                        new NewFolder(folder(disk.base()), FOLDER_MODE),
                        new NewFolder(folder, FOLDER_MODE),
                        ContentChange.of(
                                manifest(at),
                                Optional.empty(),
                                Optional.of(manifest.getBytes(StandardCharsets.UTF_8)),
                                MANIFEST_MODE),
                        new Move(path, at, thing.inode())));
    }

    /** The changes that bring a thing back to where it was, and leave nothing of it here. */
    public List<Change> release(Item item) throws IOException, InTheWay {
        Path manifest = manifest(item.at());
        List<Change> changes = new ArrayList<>();
        changes.add(new Move(item.at(), item.was(), item.inode()));
        changes.add(ContentChange.of(manifest, disk.read(manifest), Optional.empty(), MANIFEST_MODE));
        changes.add(new FolderTaken(item.at().resolveSibling(""), FOLDER_MODE));
        changes.add(new FolderTaken(folder(disk.base()), FOLDER_MODE));
        return changes;
    }

    /** What is here, oldest runs first. */
    public List<Item> items() throws IOException, InTheWay {
        List<Item> items = new ArrayList<>();
        for (Path run : disk.children(folder(disk.base()))) {
            for (Path file : disk.children(run)) {
                if (isManifest(file) && disk.look(thing(file)).isPresent()) {
                    items.add(item(file));
                }
            }
        }
        return items;
    }

    /** Takes manifests away whose thing never came, because the process was killed between the two. */
    public void sweep() throws IOException, InTheWay {
        Path top = folder(disk.base());
        if (disk.look(top).isEmpty()) {
            return;
        }
        for (Path run : disk.children(top)) {
            for (Path file : disk.children(run)) {
                if (isManifest(file) && disk.look(thing(file)).isEmpty()) {
                    disk.alteration().remove(file, disk.read(file).orElseThrow());
                }
            }
            takeIfEmpty(run);
        }
        takeIfEmpty(top);
    }

    private void takeIfEmpty(Path folder) throws IOException, InTheWay {
        if (disk.children(folder).isEmpty()) {
            disk.alteration().removeFolder(folder);
        }
    }

    private Item item(Path file) throws IOException, InTheWay {
        String text = new String(disk.read(file).orElseThrow(), StandardCharsets.UTF_8);
        try {
            JSONObject json = new JSONObject(text);
            return new Item(
                    Fields.text(json, "item"),
                    thing(file),
                    Fields.path(json, "was"),
                    Fields.text(json, "rule"),
                    Instant.parse(Fields.text(json, "moved")),
                    Fields.number(json, "messages"),
                    Fields.number(json, "bytes"),
                    Fields.number(json, "inode"));
        } catch (JSONException | java.time.format.DateTimeParseException e) {
            throw new IOException(file + " is not as vmail wrote it: " + e.getMessage(), e);
        }
    }

    private static Path manifest(Path thing) {
        return thing.resolveSibling(thing.getFileName() + MANIFEST);
    }

    private static boolean isManifest(Path file) {
        return file.getFileName().toString().matches("[0-9]+\\" + MANIFEST);
    }

    static Path thing(Path manifest) {
        return manifest.resolveSibling(manifest.getFileName().toString().replace(MANIFEST, ""));
    }
}
