package vmail.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import vmail.report.render.InertText;

/**
 * What templates insert goes through here, all of it: first made inert ({@link InertText}: a bidirectional control reorders a line in
 * a browser, too), then escaped for its place in the page (OWASP).
 */
final class InertHtml extends OwaspHtmlTemplateOutput {

    InertHtml(TemplateOutput out) {
        super(out);
    }

    @Override
    public void writeUserContent(String text) {
        super.writeUserContent(InertText.of(text));
    }
}
