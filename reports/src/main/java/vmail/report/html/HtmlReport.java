package vmail.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import vmail.report.render.Report;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.RunContents;

/**
 * The report for a browser, a phone and paper. Shows as many findings as a browser opens quickly, of each kind some, and says
 * where the others are; names from the directory and the disk are text in it, whatever they contain ({@link InertHtml}).
 */
public record HtmlReport() implements Report {

    /** Findings on a page; a browser takes some seconds for ten times as many. */
    static final int ROWS = 5_000;

    /** As the build names them. */
    private static final String TEMPLATE_CLASSES = "vmail.report.html.template";

    /** No folder, as the classes are among our own. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATE_CLASSES);

    @Override
    public void write(RunContents contents, OutputStream out) {
        Page page = new PageReader(contents, ROWS).page();
        // whole in memory first, some megabytes at most: templates hide what goes wrong with an output
        StringOutput text = new StringOutput(1 << 16);
        TEMPLATES.render("report.jte", page, new InertHtml(text));
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the HTML page", e);
        }
    }
}
