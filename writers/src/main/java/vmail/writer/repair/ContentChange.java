package vmail.writer.repair;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmail.account.DiskPath;
import vmail.writer.store.Alteration;
import vmail.writer.store.InTheWay;

/**
 * Gives a small file another content, makes it, or takes it away.
 *
 * @param before empty where there is no file; each char is a byte, whatever they mean
 * @param after the same
 * @param mode of a file that is made
 */
public record ContentChange(Path path, Optional<String> before, Optional<String> after, int mode) implements Change {

    static final String KIND = "write";

    private static final int SHOWN = 3;

    /** For contents as they are on disk. */
    public static ContentChange of(Path path, Optional<byte[]> before, Optional<byte[]> after, int mode) {
        return new ContentChange(path, before.map(ContentChange::chars), after.map(ContentChange::chars), mode);
    }

    private static String chars(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    @Override
    public Change inverse() {
        return new ContentChange(path, after, before, mode);
    }

    @Override
    public String words() {
        if (before.isEmpty()) {
            return "write " + Words.path(path) + (isManifest() ? "" : lines(" with ", after, before));
        }
        return after.isEmpty()
                ? "take away " + Words.path(path) + (isManifest() ? "" : lines(" with ", before, after))
                : "change " + Words.path(path) + ":" + lines(" add ", after, before)
                        + lines(" take out ", before, after);
    }

    /** For programs; what it says the move beside it says, too. */
    private boolean isManifest() {
        return path.toString().contains("/" + Quarantine.NAME + "/");
    }

    /** The lines that one content has more than the other. */
    private static String lines(String words, Optional<String> some, Optional<String> others) {
        List<String> more = new ArrayList<>(split(some));
        split(others).forEach(more::remove);
        if (more.isEmpty()) {
            return "";
        }
        return words
                + more.stream()
                        .limit(SHOWN)
                        .map(line -> "\"" + DiskPath.shown(line) + "\"")
                        .collect(Collectors.joining(", "))
                + (more.size() > SHOWN ? " and " + (more.size() - SHOWN) + " more" : "");
    }

    private static List<String> split(Optional<String> content) {
        return content.stream()
                .flatMap(text -> Stream.of(text.split("\n", -1)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<String> now = bench.disk().read(path).map(ContentChange::chars);
        if (now.equals(after)) {
            return Applied.NEEDLESS;
        }
        if (after.isEmpty()
                && isManifest()
                && bench.disk().look(Quarantine.thing(path)).isPresent()) {
            return Applied.conflict(Words.path(Quarantine.thing(path)) + " is still there");
        }
        if (!now.equals(before)) {
            return Applied.conflict(Words.path(path) + (now.isEmpty() ? " is not there" : " has other content by now"));
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        Alteration alteration = bench.disk().alteration();
        if (before.isEmpty()) {
            alteration.create(path, bytes(after), mode);
        } else if (after.isEmpty()) {
            alteration.remove(path, bytes(before));
        } else {
            alteration.rewrite(path, bytes(before), bytes(after));
        }
        return Applied.DONE;
    }

    private static byte[] bytes(Optional<String> content) {
        return content.orElseThrow().getBytes(ISO_8859_1);
    }

    @Override
    public JSONObject json() {
        Fields fields = Fields.of(KIND).with("path", path).withMode("mode", mode);
        before.ifPresent(content -> fields.with("before", content));
        after.ifPresent(content -> fields.with("after", content));
        return fields.json();
    }

    static ContentChange of(JSONObject json) throws JSONException {
        return new ContentChange(
                Fields.path(json, "path"),
                Fields.optionalText(json, "before"),
                Fields.optionalText(json, "after"),
                Fields.mode(json, "mode"));
    }
}
