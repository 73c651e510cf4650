package vmail.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vmail.report.findings.Fingerprint;
import vmail.rule.Finding;

/** What findings are called on the command line: the beginning of their fingerprint. */
final class FindingId {

    private static final int SHOWN = 8;

    private FindingId() {}

    static String of(Finding finding) {
        return Fingerprint.of(finding).substring(0, SHOWN);
    }

    /**
     * The findings of some beginnings.
     *
     * @param known ids of findings that are there no more, because this run has repaired them before it was killed
     * @throws UnknownFinding when one fits none, or several
     */
    static List<Finding> named(List<String> beginnings, List<Finding> findings, Set<String> known)
            throws UnknownFinding {
        Map<String, Finding> byPrint = new LinkedHashMap<>();
        findings.forEach(finding -> byPrint.put(Fingerprint.of(finding), finding));
        List<Finding> named = new ArrayList<>();
        for (String beginning : beginnings) {
            List<String> prints = byPrint.keySet().stream()
                    .filter(print -> print.startsWith(beginning.toLowerCase(Locale.ROOT)))
                    .toList();
            if (prints.isEmpty() && known.stream().anyMatch(id -> isOf(beginning, id))) {
                continue;
            }
            if (prints.size() != 1 || beginning.isEmpty()) {
                throw new UnknownFinding(beginning, prints);
            }
            named.add(byPrint.get(prints.get(0)));
        }
        return named;
    }

    private static boolean isOf(String beginning, String id) {
        return id.startsWith(beginning) || beginning.startsWith(id);
    }
}
