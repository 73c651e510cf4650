package vmail.report.render;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Metrics in the text format of Prometheus, all of them gauges, each with its explanation first. Without timestamps: the textfile
 * collector refuses a file that has one.
 */
final class MetricLines {

    /** Of labels, by name and value. */
    static final Comparator<List<String>> ORDER = Comparator.comparing(labels -> String.join("\0", labels));

    private static final String PREFIX = "vmail_audit_";

    private final StringBuilder text = new StringBuilder();

    /** A metric to which values are given one after the other. */
    Metric metric(String name, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append("\n# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(" gauge\n");
        return new Metric(PREFIX + name, text);
    }

    String text() {
        return text.toString();
    }

    /** One of them, the last that was begun. */
    record Metric(String name, StringBuilder text) {

        void value(long value) {
            value(value, List.of());
        }

        void value(BigDecimal value) {
            text.append(name)
                    .append(' ')
                    .append(value.stripTrailingZeros().toPlainString())
                    .append('\n');
        }

        /** @param labels name and value in turns */
        void value(long value, List<String> labels) {
            text.append(name);
            for (int i = 0; i < labels.size(); i += 2) {
                text.append(i == 0 ? '{' : ',')
                        .append(labels.get(i))
                        .append("=\"")
                        .append(escaped(labels.get(i + 1)))
                        .append('"');
            }
            text.append(labels.isEmpty() ? " " : "} ").append(value).append('\n');
        }

        private static String escaped(String value) {
            return InertText.of(value).replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }
}
