package vmail.report.html;

import java.util.ArrayList;
import java.util.List;
import vmail.report.render.RunFile;
import vmail.report.render.SummaryText;
import vmail.report.run.FindingState;
import vmail.report.run.RunHead;

/**
 * What the templates show.
 *
 * @param perKind so many findings of a kind are shown at most
 * @param rules the pages of the rules that have findings
 */
public record Page(
        RunHead head,
        List<Section> sections,
        long perKind,
        EffectBars effects,
        Trend trend,
        AccessTable access,
        List<RuleText> rules) {

    /** A number with what it counts. */
    public record Figure(String name, String number) {}

    public Banner banner() {
        return Banner.of(head);
    }

    public String title() {
        return "vmail " + head.run().command() + " " + Days.minute(head.run().started());
    }

    public String began() {
        return Days.minute(head.run().started());
    }

    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("findings", SummaryText.findings(head.run().findings())));
        if (head.isAudit()) {
            figures.add(new Figure("people affected", number(head.comparison().affected())));
            figures.add(new Figure("messages at risk", number(head.comparison().messages())));
            for (FindingState state : List.of(FindingState.NEW, FindingState.STANDING, FindingState.FIXED)) {
                boolean unknown =
                        state == FindingState.FIXED && !head.comparison().conclusive();
                figures.add(new Figure(
                        state.toString(),
                        unknown ? "unknown" : number(head.comparison().in(state))));
            }
            figures.add(new Figure("accepted", number(head.comparison().in(FindingState.ACCEPTED))));
            if (head.comparison().in(FindingState.EXPIRED) > 0) {
                figures.add(new Figure(
                        "acceptance expired", number(head.comparison().in(FindingState.EXPIRED))));
            }
            figures.add(new Figure("accounts checked", number(head.run().checked())));
        }
        return figures;
    }

    private static String number(long count) {
        return String.valueOf(count);
    }

    /** What a run over sources says of itself; of an audit the figures do. */
    public List<String> summary() {
        return head.isAudit() ? List.of() : new SummaryText(head.run()).lines();
    }

    /** How many findings are not on the page. */
    public long left() {
        return sections.stream().mapToLong(Section::left).sum();
    }

    /** Where those are that are not on the page. */
    public String complete() {
        return "findings.csv and " + RunFile.NAME + " in the run's folder, runs/"
                + head.run().id() + " of the workspace";
    }

    public boolean hasFindings() {
        return !sections.isEmpty();
    }

    public String policy() {
        return Inline.policy();
    }

    public String style() {
        return Inline.STYLE.text();
    }

    public String script() {
        return Inline.SCRIPT.text();
    }
}
