package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import vmail.account.DirectoryUnavailable;
import vmail.writer.store.InTheWay;

/**
 * One change from a state that was seen to another one. It is done or it is not, whenever the process is killed: done again it ends
 * what was begun, and does nothing where it is done.
 */
public sealed interface Change
        permits NewItems,
                ItemsTaken,
                NewFolder,
                FolderTaken,
                Move,
                OwnerChange,
                ModeChange,
                LinkChange,
                ContentChange,
                ValueChange {

    /** The change that takes this one back. */
    Change inverse();

    /** What it does, as an instruction; not yet safe for a terminal. */
    String words();

    /** Whether what stands there is what it starts from, what it leaves, or something else. */
    Applied look(Workbench bench) throws IOException, InTheWay, DirectoryUnavailable;

    /** Does it, after a look that found it ready; what has changed in between is a conflict. */
    Applied act(Workbench bench) throws IOException, InTheWay, DirectoryUnavailable;

    /** As the journal has it. */
    JSONObject json();

    /** @throws JSONException when it is no change that this version knows */
    static Change of(JSONObject json) throws JSONException {
        String kind = Fields.text(json, "change");
        return switch (kind) {
            case NewItems.KIND -> NewItems.of(json);
            case ItemsTaken.KIND -> ItemsTaken.of(json);
            case NewFolder.KIND -> NewFolder.of(json);
            case FolderTaken.KIND -> FolderTaken.of(json);
            case Move.KIND -> Move.of(json);
            case OwnerChange.KIND -> OwnerChange.of(json);
            case ModeChange.KIND -> ModeChange.of(json);
            case LinkChange.KIND -> LinkChange.of(json);
            case ContentChange.KIND -> ContentChange.of(json);
            case ValueChange.KIND -> ValueChange.of(json);
            default -> throw new JSONException("no change is called " + kind);
        };
    }
}
