package vmail.reader.ldif;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;
import vmail.reader.source.TextFile;

/**
 * Every entry of an LDIF file, of whatever kind. Operational attributes are left out, other names and numbers of an
 * attribute brought to the usual one, blanks at the ends of values taken off except of passwords.
 */
public final class RawLdif implements RawReader {

    private final LdifRecords records;

    private RawLdif(LdifRecords records) {
        this.records = records;
    }

    public static RawLdif open(TextFile file) throws IOException {
        return new RawLdif(LdifRecords.open(file));
    }

    @Override
    public @Nullable RawRecord read() throws IOException {
        LdifRecord record = records.next();
        return record == null ? null : raw(record);
    }

    private static RawRecord raw(LdifRecord record) {
        RawValues.Builder values = new RawValues.Builder();
        TreeSet<String> octets = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (AttributeLine line : record.sound()) {
            if (!line.isNamed("dn")) {
                String name = AttributeNames.canonical(line.name());
                line.text().ifPresentOrElse(text -> values.add(name, value(name, text)), () -> octets.add(name));
            }
        }
        String dn = record.dn().isEmpty() ? record.shownDn() : record.dn();
        return new RawRecord(
                record.origin(),
                Optional.of(dn).filter(found -> !found.isEmpty()),
                values.build(),
                List.copyOf(octets),
                record.problems());
    }

    /** Blanks at the ends are left over from editing, or from a server that wrote base64 because of them. */
    private static String value(String name, String text) {
        return AttributeKinds.isSecret(name) ? text : text.strip();
    }

    @Override
    public List<String> titles() {
        return List.of();
    }

    @Override
    public List<Problem> notes() {
        return records.notes();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
