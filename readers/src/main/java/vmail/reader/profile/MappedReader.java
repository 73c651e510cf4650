package vmail.reader.profile;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmail.account.Input;
import vmail.account.SetAside;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.AccountReader;

/** Every record of an older system's file as what a profile makes of it. */
final class MappedReader implements AccountReader {

    private final JoinedRows rows;
    private final AccountMapper mapper;

    MappedReader(JoinedRows rows, AccountMapper mapper) {
        this.rows = rows;
        this.mapper = mapper;
    }

    @Override
    public @Nullable Input read() throws IOException {
        JoinedRows.Row row = rows.read();
        if (row == null) {
            return null;
        }
        return row.isFurther() ? SetAside.skipped(row.record().origin(), "", "") : mapper.map(row.record());
    }

    @Override
    public List<Problem> notes() {
        return rows.notes();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
