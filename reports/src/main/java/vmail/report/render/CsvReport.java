package vmail.report.render;

import java.io.OutputStream;
import vmail.report.run.Acceptance;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;

/**
 * The findings as CSV (RFC 4180, but lines end with LF), a header line and one line each, fixed ones last; for a
 * spreadsheet. Cells are inert text and never formulas ({@link FormulaGuard}).
 */
public record CsvReport() implements Report {

    @Override
    public void write(RunContents contents, OutputStream out) {
        CsvRows rows = new CsvRows(
                out,
                "rule",
                "severity",
                "effect",
                "origin",
                "dn",
                "message",
                "remedy",
                "id",
                "state",
                "firstSeen",
                "lastSeen",
                "nights",
                "place",
                "about",
                "mending",
                "messages",
                "modifiedBy",
                "modifiedAt",
                "acceptedBy",
                "acceptedUntil",
                "reason");
        contents.findings(finding -> add(rows, finding));
        contents.fixed(finding -> add(rows, finding));
        rows.finish();
    }

    private static void add(CsvRows rows, RunFinding finding) {
        rows.add(
                finding.rule(),
                finding.severity().toString(),
                finding.effect().name(),
                finding.origin(),
                finding.dn(),
                finding.message(),
                finding.remedy(),
                finding.id(),
                finding.state().toString(),
                finding.firstSeen().toString(),
                finding.lastSeen().toString(),
                String.valueOf(finding.nights()),
                finding.place(),
                finding.about(),
                finding.mending().toString(),
                String.valueOf(finding.messages()),
                finding.modifiedBy(),
                finding.modifiedAt().map(Object::toString).orElse(""),
                finding.acceptance().map(Acceptance::by).orElse(""),
                finding.acceptance().map(each -> each.until().toString()).orElse(""),
                finding.acceptance().map(Acceptance::reason).orElse(""));
    }
}
