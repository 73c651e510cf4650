package vmail.check;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.Loss;
import vmail.account.SetAside;
import vmail.reader.source.AccountReader;
import vmail.reader.source.Source;
import vmail.report.render.CsvRows;

/**
 * What accounts of older systems lose, and where their mail lies there: lists for people, and for the tool that copies the
 * mail. Reads the sources again; accounts that were rejected are in neither.
 */
public record MoveReport(CheckedSources checked) {

    /** Whether any source is of an older system; otherwise both lists are empty. */
    public boolean isNeeded() {
        return checked.sources().stream().anyMatch(source -> source.mapping().isPresent());
    }

    /** One row for each attribute of an account that has no place here, and for each record that has none. */
    public void writeLosses(OutputStream out) throws IOException {
        CsvRows rows = new CsvRows(out, "origin", "account", "kind", "attribute", "text");
        forEach(input -> {
            String origin = input.origin().toString();
            if (input instanceof Candidate account) {
                account.losses().forEach(loss -> row(rows, origin, account.dn(), loss));
            } else if (input instanceof SetAside aside && aside.kind() == SetAside.Kind.LOST) {
                rows.add(origin, aside.dn(), "record", "", aside.reason());
                aside.losses().forEach(loss -> row(rows, origin, aside.dn(), loss));
            }
        });
        rows.finish();
    }

    /** One row for each account whose old system said where its mail is. */
    public void writeOldStores(OutputStream out) throws IOException {
        CsvRows rows = new CsvRows(out, "account", "old path", "new path");
        forEach(input -> {
            if (input instanceof Candidate account) {
                account.oldStore()
                        .ifPresent(old -> rows.add(
                                account.dn(),
                                old,
                                account.first("mailMessageStore").orElse("")));
            }
        });
        rows.finish();
    }

    private static void row(CsvRows rows, String origin, String account, Loss loss) {
        rows.add(origin, account, loss.kind().id(), loss.attribute(), loss.text());
    }

    private void forEach(Consumer<Input> consumer) throws IOException {
        for (int i = 0; i < checked.sources().size(); i++) {
            Source source = checked.sources().get(i);
            if (source.mapping().isEmpty()) {
                continue;
            }
            try (AccountReader reader = source.open(checked.options())) {
                for (Input input = reader.read(); input != null; input = reader.read()) {
                    if (!checked.rejects().contains(i, RecordLines.lineOf(input.origin()))) {
                        consumer.accept(input);
                    }
                }
            }
        }
    }
}
