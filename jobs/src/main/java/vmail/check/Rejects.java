package vmail.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmail.account.Origin;
import vmail.account.SourceLine;
import vmail.rule.Finding;
import vmail.rule.Severity;

/**
 * The records that can not be imported, and why.
 *
 * <p>Reasons are kept for the first {@value #MOST_REASONS} records only; all findings stand in {@code findings.csv}.
 */
public final class Rejects {

    private static final int MOST_REASONS = 100_000;

    private final Map<String, Integer> sources = new HashMap<>();
    private final RecordLines lines = new RecordLines();
    private final List<Map<Long, List<String>>> reasons = new ArrayList<>();
    private int reasonsKept;

    /** @param sources names, in the order of the command line */
    Rejects(List<String> sources) {
        for (String source : sources) {
            this.sources.put(source, reasons.size());
            reasons.add(new HashMap<>());
        }
    }

    /** Rejects the record a finding of severity ERROR stands at; other findings reject nothing. */
    void add(Finding finding, long firstLine) {
        Integer source = sources.get(sourceOf(finding.origin()));
        if (finding.severity() != Severity.ERROR || source == null) {
            return;
        }
        lines.add(source, firstLine);
        List<String> known = reasons.get(source).get(firstLine);
        if (known != null) {
            known.add(reason(finding));
        } else if (reasonsKept < MOST_REASONS) {
            reasonsKept++;
            reasons.get(source).put(firstLine, new ArrayList<>(List.of(reason(finding))));
        }
    }

    /** The name of the source; empty for what is in none. */
    static String sourceOf(Origin origin) {
        return origin instanceof SourceLine place ? place.file() : "";
    }

    private static String reason(Finding finding) {
        return "[" + finding.rule() + "] " + finding.message() + ". " + finding.remedy() + ".";
    }

    public boolean contains(int source, long line) {
        return lines.contains(source, line);
    }

    public int size() {
        return lines.size();
    }

    /** Reasons by first line of the record, for one source. */
    public Map<Long, List<String>> reasons(int source) {
        return reasons.get(source);
    }
}
