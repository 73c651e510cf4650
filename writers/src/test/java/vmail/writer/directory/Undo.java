package vmail.writer.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies an undo file as its description says: from the end. */
final class Undo {

    private Undo() {}

    static void apply(Path file, LDAPInterface connection, int count) throws IOException, LDIFException, LDAPException {
        List<LDIFChangeRecord> records = new ArrayList<>();
        try (LDIFReader reader = new LDIFReader(Files.newInputStream(file))) {
            for (LDIFChangeRecord record = reader.readChangeRecord();
                    record != null;
                    record = reader.readChangeRecord()) {
                records.add(record);
            }
        }
        for (int i = records.size() - 1; i >= records.size() - count; i--) {
            records.get(i).processChange(connection);
        }
    }
}
