package vmail.reader.csv;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.SourceLine;
import vmail.account.Unreadable;
import vmail.reader.source.AccountReader;
import vmail.reader.source.Fault;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.TextFile;
import vmail.reader.source.UnusableSource;

/**
 * Every row of a table as a candidate below the account base. Blank rows, rows of separators only, and lines that start
 * with {@code # } are no records.
 */
public final class AccountCsvReader implements AccountReader {

    private final String name;
    private final CsvTable table;
    private final RowEntry entry;

    private AccountCsvReader(String name, CsvTable table, RowEntry entry) {
        this.name = name;
        this.table = table;
        this.entry = entry;
    }

    /** Whether a template may use the variable: one of our own, or an attribute that a column can give. */
    public static boolean knowsVariable(String variable) {
        return RowVariables.isKnown(variable);
    }

    /** Whether these are columns of our own tables, each of them; those without a name do not count. */
    public static boolean knowsColumns(List<String> titles) {
        return titles.stream()
                .allMatch(title -> title.isBlank()
                        || ColumnNames.isIgnored(title)
                        || ColumnNames.attribute(title).isPresent());
    }

    /** Whether the columns give all that an account must have, so that nothing need be made up. */
    public static boolean namesAccounts(List<String> titles) {
        return Stream.of("cn", "sn", "uid", "mail")
                .allMatch(attribute -> titles.stream()
                        .anyMatch(title -> ColumnNames.attribute(title).stream().anyMatch(attribute::equals)));
    }

    /** @throws UnusableSource when the header does not fit, or the options have no account base */
    public static AccountCsvReader open(TextFile file, ReadOptions options) throws IOException {
        String name = file.name();
        DN base = options.accountBase()
                .orElseThrow(() -> new UnusableSource(
                        name,
                        "a table has no DNs, so the account base must be known",
                        "Give it: --account-base ou=Tokelau,o=company"));
        CsvTable table = CsvTable.open(file, options);
        return new AccountCsvReader(name, table, new RowEntry(table.header(), options, base));
    }

    @Override
    public @Nullable Input read() throws IOException {
        CsvTable.Row row = table.next();
        if (row == null) {
            return null;
        }
        SourceLine origin = new SourceLine(name, row.line());
        if (row.fault().isPresent()) {
            Fault fault = row.fault().get();
            return Unreadable.of(origin, fault.message(), fault.remedy());
        }
        Optional<Input> candidate = entry.of(row.cells()).map(made -> new Candidate(made, origin));
        return candidate.orElseGet(
                () -> Unreadable.of(origin, "the row has no cn, so the account has no name", "Fill the cell"));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
