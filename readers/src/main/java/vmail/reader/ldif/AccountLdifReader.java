package vmail.reader.ldif;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmail.account.Input;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.AccountReader;
import vmail.reader.source.TextFile;

/**
 * Every entry of an LDIF file, of whatever kind, as a candidate; values as they are, blanks behind them and duplicates
 * included. Operational attributes are left out, but for the {@link RecordStamps} beside the entry; {@code changetype: add} is taken for what it adds.
 */
public final class AccountLdifReader implements AccountReader {

    private final LdifRecords records;

    private AccountLdifReader(LdifRecords records) {
        this.records = records;
    }

    public static AccountLdifReader open(TextFile file) throws IOException {
        return new AccountLdifReader(LdifRecords.open(file));
    }

    @Override
    public @Nullable Input read() throws IOException {
        LdifRecord record = records.next();
        return record == null ? null : RecordDecoder.decode(record);
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
