package vmail.report.render;

/** The forms that {@code vmail report} knows; the names are those of its option. */
public enum ReportFormat {
    text,
    json,
    csv;

    public Report report() {
        return switch (this) {
            case text -> new TextReport(false, TextReport.ALL);
            case json -> new JsonReport();
            case csv -> new CsvReport();
        };
    }
}
