package vmail.reader.profile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vmail.account.Input;
import vmail.reader.source.AccountReader;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;

/** Every record of an older system's file as what a profile makes of it. */
final class MappedReader implements AccountReader {

    private final RawReader raw;
    private final AccountMapper mapper;

    MappedReader(RawReader raw, AccountMapper mapper) {
        this.raw = raw;
        this.mapper = mapper;
    }

    @Override
    public @Nullable Input read() throws IOException {
        RawRecord record = raw.read();
        return record == null ? null : mapper.map(record);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
