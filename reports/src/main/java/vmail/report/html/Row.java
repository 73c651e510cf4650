package vmail.report.html;

import vmail.report.render.HistoryText;
import vmail.report.run.RunFinding;

/**
 * A finding as the page shows it.
 *
 * @param explained whether the page has the text of its rule
 */
public record Row(RunFinding finding, boolean explained) {

    /** The id of the finding, how it stands against the nights before, and who changed the entry. */
    public String history() {
        return new HistoryText(finding).line();
    }

    public String severity() {
        return finding.severity().toString();
    }

    public String state() {
        return finding.state().toString();
    }

    /** For sorting by script. */
    public String firstSeen() {
        return finding.firstSeen().toString();
    }

    public RemedyText remedy() {
        return RemedyText.of(finding.remedy() + ".");
    }

    /** The path, where the message or the entry do not name it anyway. */
    public boolean showsPlace() {
        return !finding.place().isEmpty()
                && !finding.message().contains(finding.place())
                && !finding.origin().equals(finding.place());
    }

    public boolean showsOrigin() {
        return !finding.origin().isEmpty() && !finding.origin().equals(finding.dn());
    }
}
