package vmail.report.html;

import java.util.List;
import java.util.Locale;
import vmail.report.render.SummaryText;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;

/**
 * The run in a word and a sentence.
 *
 * @param look a class of the style sheet; never the only sign
 * @param reasons why it could not be told
 */
public record Banner(String look, String word, String sentence, List<String> reasons) {

    static Banner of(RunHead head) {
        RunSummary run = head.run();
        String verdict = run.verdict().orElse("");
        return switch (verdict) {
            case "clean" ->
                new Banner("good", "CONSISTENT", "Directory and disk agree, and no rule is broken.", head.reasons());
            case "findings" -> new Banner("bad", "FINDINGS", found(run), head.reasons());
            case "inconclusive" ->
                new Banner(
                        "unknown",
                        "INCONCLUSIVE",
                        "Not everything could be seen, so that nothing is called missing or fixed that was not seen to be so.",
                        head.reasons());
            default -> withoutVerdict(head);
        };
    }

    private static Banner withoutVerdict(RunHead head) {
        RunSummary run = head.run();
        String word = run.state().toUpperCase(Locale.ROOT);
        if (head.isAudit()) {
            return new Banner(
                    "unknown", word, "The audit did not come to its end; there is no verdict.", head.reasons());
        }
        return new Banner(run.findings().isEmpty() ? "good" : "bad", word, found(run), head.reasons());
    }

    private static String found(RunSummary run) {
        return "Found: " + SummaryText.findings(run.findings()) + ".";
    }
}
