package vmail.report.render;

import java.util.Optional;
import vmail.report.html.HtmlReport;

/** The forms that {@code vmail report} knows; the names are those of its option. */
public enum ReportFormat {
    text,
    json,
    csv,
    html,
    junit,
    prometheus,
    nagios;

    public Report report() {
        return switch (this) {
            case text -> new TextReport(false, TextReport.ALL);
            case json -> new JsonReport();
            case csv -> new CsvReport();
            case html -> new HtmlReport();
            case junit -> new JunitReport();
            case prometheus -> new PrometheusReport();
            case nagios -> new NagiosReport(Optional.empty());
        };
    }

    /** Whether it is for a monitoring system, which is to hear of audits of everything only. */
    public boolean isForMonitoring() {
        return this == prometheus || this == nagios;
    }
}
