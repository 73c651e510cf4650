package vmail.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.report.SampleContents;
import vmail.report.Samples;
import vmail.report.render.Payloads;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.FindingState;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.WithAccess;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

class HtmlReportTest {

    private static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";

    @Test
    void saysThatDirectoryAndDiskAgree() {
        String page = page(SampleAudit.of("clean", List.of(), List.of(), List.of()));

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .endsWith("</html>\n")
                .contains(
                        "<p class=\"verdict\">CONSISTENT</p>",
                        "<p>Directory and disk agree, and no rule is broken.</p>")
                .contains("<p>Nothing was found.</p>")
                .contains(SampleAudit.SCOPE, "2026-11-21 03:00 UTC")
                .doesNotContain("<form");
    }

    @Test
    void saysWhyNothingCanBeSaid() {
        String page =
                page(SampleAudit.of("inconclusive", List.of("/vmail/a: permission denied"), List.of(), List.of()));

        assertThat(page)
                .contains("<p class=\"verdict\">INCONCLUSIVE</p>", "<li>/vmail/a: permission denied</li>")
                .contains("<dt>fixed</dt><dd>unknown</dd>")
                .contains("No audit of this scope has been conclusive yet");
    }

    @Test
    void tellsEachFindingWithItsHistoryRemedyAndRule() {
        String page = page(SampleAudit.of(
                "findings",
                List.of(),
                List.of(standing("maildir-present", ALBERT, "maildir /vmail/albert.onestone/Maildir is missing")),
                List.of()));

        assertThat(page)
                .contains("<p class=\"verdict\">FINDINGS</p>", "<p>Found: 1 error.</p>")
                .contains("<h2 id=\"effect-bounced\">BOUNCED: 1</h2>")
                .contains("<p class=\"name\">" + ALBERT + "</p>")
                .contains("<p>maildir /vmail/albert.onestone/Maildir is missing</p>")
                .contains("<td>9a9e10c4b6d2; standing since 2026-11-19, 3 nights; 3 messages at risk;"
                        + " entry changed by cn=admin,o=company on 2026-11-20</td>")
                .contains("<td>Run <code>vmail repair</code>, or do it by hand.</td>")
                .contains("<a href=\"#rule-maildir-present\">", "<details id=\"rule-maildir-present\"");
    }

    @Test
    void keepsAcceptedAndFixedFindingsApart() {
        RunFinding accepted =
                SampleAudit.finding("single-mail", Effect.DOUBLE, FindingState.ACCEPTED, ALBERT, "found 2 mail values");
        RunFinding fixed =
                SampleAudit.finding("single-mail", Effect.DOUBLE, FindingState.FIXED, ALBERT, "found 3 mail values");

        String page = page(SampleAudit.of("findings", List.of(), List.of(accepted), List.of(fixed)));

        assertThat(page)
                .contains("<h2 id=\"accepted\">Accepted: 1</h2>", "until 2026-12-24: comes back on Friday")
                .contains("<h2 id=\"fixed\">Fixed: 1</h2>", "<td>9a9e10c4b6d2; fixed, first seen 2026-11-19")
                .doesNotContain("<h2 id=\"effect-double\">");
        assertThat(page.split("<th scope=\"col\">Remedy</th>", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</style><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "<img src=x onerror=alert(1)>",
                "<!-- ",
                "&lt;b&gt;",
                "</td></tr></table>"
            })
    void showsMarkupInNamesAsText(String name) {
        String page = page(everywhere(name));

        assertThat(tags(page)).isEqualTo(tags(page(everywhere("plain"))));
        assertThat(page)
                .contains(name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Test
    void showsControlCharactersWithoutObeyingThem() {
        for (String payload : Payloads.ALL) {
            Payloads.assertInert(page(everywhere(payload)).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void givesTheSameBytesForTheSameRun() {
        SampleContents contents = everywhere("plain");

        assertThat(page(contents)).isEqualTo(page(contents));
    }

    @Test
    void showsSomeOfEachKindAndSaysWhereTheOthersAre() {
        List<RunFinding> findings = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            findings.add(standing("maildir-present", "uid=" + i + ",o=company", "one of many"));
        }
        findings.add(standing("single-mail", ALBERT, "the only one"));

        String page = page(SampleAudit.of("findings", List.of(), findings, List.of()));

        assertThat(page.split("<tr data-", -1)).hasSize(HtmlReport.ROWS + 1);
        assertThat(page)
                .contains("the only one")
                .contains(
                        "This page shows at most 4999 findings of each kind and leaves out 1001. All are in findings.csv"
                                + " and run.jsonl in the run's folder, runs/20261121-030000-audit of the workspace.")
                .contains("<h2 id=\"effect-bounced\">BOUNCED: 6001</h2>");
    }

    @Test
    void tellsWhoMayReadWhichSharedFolder() {
        FolderAccess folder = new FolderAccess(
                "cn=Time travel\\, weekly,ou=Tokelau,o=company", 2, List.of(ALBERT, "cn=Seven,o=company"));
        FolderAccess other = new FolderAccess("cn=Warp,o=company", 1, List.of("cn=Seven,o=company"));

        String page =
                page(new WithAccess(SampleAudit.of("clean", List.of(), List.of(), List.of()), List.of(folder, other)));

        assertThat(page)
                .contains("<span>Time travel\\, weekly</span>", "<span>Warp</span>")
                .contains("<tr><th scope=\"row\">cn=Seven,o=company</th><td><span class=\"dot\" aria-hidden=\"true\">"
                        + "&#9679;</span><span class=\"spoken\">may read</span></td><td><span")
                .contains("<tr><th scope=\"row\">" + ALBERT + "</th><td><span class=\"dot\" aria-hidden=\"true\">"
                        + "&#9679;</span><span class=\"spoken\">may read</span></td><td></td></tr>")
                .contains("<tr><th scope=\"row\">All readers</th><td>2</td><td>1</td></tr>")
                .contains("As the directory has it: 2 people, 2 shared folders.</p>");
    }

    @Test
    void asksNothingOfTheNetwork() {
        String page = page(everywhere("plain"));

        assertThat(page)
                .doesNotContainPattern("(?i)(src|href|action|url)\\s*[=(]\\s*[\"']?(https?:|//|data:)")
                .doesNotContainPattern("<[^>]*\\s(style|on\\w+)=")
                .doesNotContain("@import")
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-");
    }

    @Test
    void showsARunOverSourcesWithItsFigures() {
        String page = page(SampleContents.of(Samples.importRun(), Samples.found(Samples.twoMails())));

        assertThat(page)
                .contains("<h1>vmail import 2003-05-16 10:00 UTC</h1>")
                .contains("<li>read 120 = 100 accounts + 5 shared + 10 rejected + 5 skipped + 0 lost</li>")
                .contains("accounts.ldif:7")
                .doesNotContain("Night by night", "people affected");
    }

    @Test
    void failsWhenTheOutputDoesNotTakeIt() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> new HtmlReport().write(everywhere("plain"), full))
                .isInstanceOf(ReportNotWritten.class)
                .hasMessageStartingWith("the HTML page could not be written: No space left on device");
    }

    private static String page(RunContents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlReport().write(contents, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> tags(String page) {
        List<String> tags = new ArrayList<>();
        page.lines()
                .flatMap(line -> Pattern.compile("<[^>]*>").matcher(line).results())
                .forEach(tag -> tags.add(tag.group().replaceAll("plain|#rule-[^\"]*", "")));
        return tags;
    }

    private static RunFinding standing(String rule, String dn, String message) {
        return SampleAudit.finding(rule, Effect.BOUNCED, FindingState.STANDING, dn, message);
    }

    /** A run in which all texts are this one. */
    private static SampleContents everywhere(String text) {
        RunFinding finding = new RunFinding(
                text,
                text,
                Severity.ERROR,
                Effect.LOST,
                Mending.BY_HAND,
                text,
                text,
                "/" + text,
                text,
                text,
                text,
                1,
                text,
                Optional.of(SampleAudit.NIGHT),
                FindingState.STANDING,
                SampleAudit.NIGHT,
                SampleAudit.NIGHT,
                2,
                Optional.empty());
        return SampleAudit.of("inconclusive", List.of(text), List.of(finding), List.of());
    }
}
