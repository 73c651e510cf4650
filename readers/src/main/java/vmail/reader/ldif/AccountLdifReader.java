package vmail.reader.ldif;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vmail.account.Input;
import vmail.reader.source.AccountReader;

/**
 * Every entry of an LDIF file, of whatever kind, as a candidate; values as they are, blanks behind them and duplicates
 * included. Operational attributes are left out, {@code changetype: add} is taken for what it adds.
 */
public final class AccountLdifReader implements AccountReader {

    private final LdifRecords records;

    private AccountLdifReader(LdifRecords records) {
        this.records = records;
    }

    /** @param name what origins and messages call the file */
    public static AccountLdifReader open(Path file, String name) throws IOException {
        return new AccountLdifReader(LdifRecords.open(file, name));
    }

    @Override
    public @Nullable Input read() throws IOException {
        LdifRecord record = records.next();
        return record == null ? null : RecordDecoder.decode(record);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
