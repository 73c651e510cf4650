package vmail.writer.directory;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFAddChangeRecord;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFDeleteChangeRecord;
import com.unboundid.ldif.LDIFModifyChangeRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Every change to the directory and its inverse, on disk before the change is made: {@code changes.ldif} and
 * {@code undo.ldif} in the folder of the run.
 *
 * <p>The records of both files are numbered alike. {@code undo.ldif} is to be applied from its end to its beginning,
 * without the records whose number a comment "was not made" names: undoing an addition that the server refused would
 * delete somebody else's entry. A change whose number is not named may still not have been made when the run was killed;
 * its inverse then meets no such object (32), no such attribute (16) or existing value (20) and does nothing.
 *
 * <p>Both files hold passwords as they are stored in the directory and are readable by their owner only. A run that is
 * continued appends to them; a record that a crash cut off was never sent, and is cut away.
 */
public final class ChangeLog implements AutoCloseable {

    private static final int NO_WRAPPING = 0;

    private final LdifLog changes;
    private final LdifLog undo;
    private long last;

    private ChangeLog(LdifLog changes, LdifLog undo, long last) {
        this.changes = changes;
        this.undo = undo;
        this.last = last;
    }

    /** @throws IOException when the files can not be opened in this folder */
    public static ChangeLog open(Path folder) throws IOException {
        LdifLog changes = LdifLog.open(folder.resolve("changes.ldif"));
        LdifLog undo = LdifLog.open(folder.resolve("undo.ldif"));
        return new ChangeLog(changes, undo, Math.max(changes.lastNumber(), undo.lastNumber()));
    }

    /**
     * Notes changes; they are on the disk when this returns.
     *
     * @return the number of the first
     */
    long append(List<EntryChange> batch) throws IOException {
        long first = last + 1;
        if (batch.isEmpty()) {
            return first;
        }
        for (EntryChange change : batch) {
            last++;
            changes.add(last, ldif(record(change)));
            undo.add(last, ldif(inverse(change)));
        }
        // the inverse first: a change without it must not be possible
        undo.force();
        changes.force();
        return first;
    }

    /** Notes which changes, by number, the server refused. */
    void notMade(Map<Long, ResultCode> refused) throws IOException {
        if (refused.isEmpty()) {
            return;
        }
        refused.forEach((number, code) -> {
            String comment = "# change %d was not made: %s (%d)\n\n".formatted(number, code.getName(), code.intValue());
            changes.add(comment);
            undo.add(comment);
        });
        undo.force();
        changes.force();
    }

    @Override
    public void close() throws IOException {
        try (changes) {
            undo.close();
        }
    }

    private static LDIFChangeRecord record(EntryChange change) {
        return change instanceof EntryChange.Modify modify
                ? new LDIFModifyChangeRecord(modify.dn(), modify.modifications())
                : new LDIFAddChangeRecord(change.wanted());
    }

    private static LDIFChangeRecord inverse(EntryChange change) {
        if (!(change instanceof EntryChange.Modify modify)) {
            return new LDIFDeleteChangeRecord(change.dn());
        }
        List<Modification> inverse = new ArrayList<>();
        modify.modifications().forEach(modification -> inverse.add(inverse(modification, modify)));
        Collections.reverse(inverse);
        return new LDIFModifyChangeRecord(modify.dn(), inverse);
    }

    private static Modification inverse(Modification modification, EntryChange.Modify modify) {
        String attribute = modification.getAttributeName();
        if (modification.getModificationType().equals(ModificationType.ADD)) {
            return new Modification(ModificationType.DELETE, attribute, modification.getRawValues());
        }
        if (modification.getModificationType().equals(ModificationType.DELETE)) {
            return new Modification(ModificationType.ADD, attribute, modification.getRawValues());
        }
        byte[][] before = modify.before().getAttributeValueByteArrays(attribute);
        return before == null
                ? new Modification(ModificationType.DELETE, attribute)
                : new Modification(ModificationType.REPLACE, attribute, before);
    }

    private static String ldif(LDIFChangeRecord change) {
        StringBuilder text = new StringBuilder();
        change.toLDIFString(text, NO_WRAPPING);
        return text.toString();
    }
}
