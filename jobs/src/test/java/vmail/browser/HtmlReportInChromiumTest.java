package vmail.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.lab.Browser;
import vmail.report.html.HtmlReport;

/** No network, nothing on the console, no fault that axe-core can see, no scrolling sideways; keyboard, filter and sorting. */
class HtmlReportInChromiumTest {

    private static final int HEIGHT = 900;

    @TempDir
    private static Path folder;

    private static final Set<Integer> PAGES = new HashSet<>();

    private static final String SHOWN = "return [...document.querySelectorAll('section.findings tbody tr')]"
            + ".filter(row => row.offsetParent !== null).length";
    /** After the pause in which more may be typed. */
    private static final String STATUS = "new Promise(done => setTimeout(done, 400))"
            + ".then(() => document.getElementById('filter-count').textContent)";

    private static String axe = "";
    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        browser = Browser.start();
        try (InputStream script = Objects.requireNonNull(
                HtmlReportInChromiumTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void endBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 360",
        "0, 768",
        "0, 1280",
        "40, 360",
        "40, 768",
        "40, 1280",
        "20000, 360",
        "20000, 768",
        "20000, 1280"
    })
    void isReadable(int findings, int width) throws IOException, InterruptedException {
        browser.look(width, HEIGHT, false);
        browser.open(page(findings));

        assertThat(browser.requests()).containsExactly(page(findings).toUri().toString());
        assertThat(sideways()).isEqualTo("0");
        keepThirtyRows();
        assertThat(faults("")).isEqualTo("[ ]");

        browser.look(width, HEIGHT, true);
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("\"rgb(20, 23, 27)\"");
        assertThat(sideways()).isEqualTo("0");
        // nothing else differs
        assertThat(faults(", runOnly: ['color-contrast']")).isEqualTo("[ ]");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void axeSeesAFault() throws IOException, InterruptedException {
        openDesk(page(0));
        browser.run("document.querySelector('h1').innerHTML = '<img>'; document.documentElement.lang = ''");

        assertThat(faults("")).contains("image-alt: ", "html-has-lang: ");
    }

    @Test
    void isCompleteWithoutScript() throws IOException, InterruptedException {
        String text = Files.readString(page(40));
        Path page = folder.resolve("without.html");
        Files.writeString(page, text.substring(0, text.indexOf("<script>")) + "</body></html>");
        openDesk(page);

        assertThat(browser.run("return getComputedStyle(document.getElementById('filter')).display"))
                .isEqualTo("\"none\"");
        assertThat(browser.run(SHOWN)).isEqualTo("44");
        assertThat(faults("")).isEqualTo("[ ]");
    }

    @Test
    void runsNoOtherScript() throws IOException, InterruptedException {
        Path page = folder.resolve("other.html");
        Files.writeString(
                page,
                Files.readString(page(0)).replace("</main>", "<script>document.title = 'taken over'</script></main>"));
        openDesk(page);

        assertThat(browser.run("return document.title")).isEqualTo("\"vmail audit 2026-11-21 03:00 UTC\"");
        assertThat(browser.console()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void findsItsControlsWithTheKeyboard() throws IOException, InterruptedException {
        openDesk(page(40));
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            browser.type("\t");
            stops.add(browser.run("const at = document.activeElement; return at.id || at.textContent.trim()"));
        }

        assertThat(stops)
                .startsWith("\"Skip to the findings\"")
                .containsSubsequence(
                        "\"The numbers of each night\"",
                        "\"filter-text\"",
                        "\"filter-severity\"",
                        "\"filter-state\"",
                        "\"Show all\"",
                        "\"Severity\"",
                        "\"Finding\"",
                        "\"History\"",
                        "\"Remedy\"",
                        "\"unique-mail\"");
        assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("\"solid\"");
    }

    @Test
    void filters() throws IOException, InterruptedException {
        openDesk(page(40));
        browser.run("document.getElementById('filter-text').focus()");
        browser.type("timetravel missing");
        assertThat(browser.await(STATUS)).isEqualTo("\"8 of 44 findings shown\"");
        assertThat(browser.run(SHOWN)).isEqualTo("8");

        browser.type("\t\tf");
        assertThat(browser.await(STATUS)).isEqualTo("\"1 of 44 findings shown\"");
        assertThat(browser.run(
                        "return [...document.querySelectorAll('section.findings:not([hidden]) h2')].map(h => h.id)"))
                .isEqualTo("[ \"fixed\" ]");

        browser.type("\t\n");
        assertThat(browser.await(STATUS)).isEqualTo("\"44 of 44 findings shown\"");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void sorts() throws IOException, InterruptedException {
        openDesk(page(40));
        browser.run("document.querySelector('section.findings thead th:nth-child(2) button').focus()");
        browser.type("\n");
        List<String> up = names();
        browser.type("\n");
        List<String> down = names();

        assertThat(up).hasSizeGreaterThan(5).isSorted();
        assertThat(down).isSortedAccordingTo(Comparator.reverseOrder()).containsExactlyInAnyOrderElementsOf(up);
        assertThat(browser.run("return document.querySelector('th[aria-sort]').getAttribute('aria-sort')"))
                .isEqualTo("\"descending\"");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void showsTheTextOfARuleThatIsLinkedTo() throws IOException, InterruptedException {
        openDesk(page(40));
        browser.run("document.querySelector('a[href=\"#rule-unique-mail\"]').focus()");
        browser.type("\n");

        assertThat(browser.await("new Promise(done => setTimeout(done, 200)).then(() =>"
                        + " document.getElementById('rule-unique-mail').open)"))
                .isEqualTo("true");
    }

    /** Those of the README, anew with {@code -Dvmail.pictures=FOLDER}. */
    @Test
    void makesPictures(@TempDir Path spare) throws IOException, InterruptedException {
        Path pictures = Path.of(System.getProperty("vmail.pictures", spare.toString()));
        browser.look(1280, 1750, false);
        browser.open(page(40));
        byte[] wide = browser.picture();
        Files.write(pictures.resolve("wide-light.png"), wide);
        browser.look(360, 720, true);
        browser.run("document.getElementById('effect-lost').scrollIntoView()");
        Files.write(pictures.resolve("phone-dark.png"), browser.picture());

        assertThat(pictures.resolve("wide-light.png")).hasBinaryContent(wide);
        assertThat(Files.size(pictures.resolve("phone-dark.png"))).isBetween(20_000L, (long) wide.length);
    }

    private static List<String> names() throws IOException, InterruptedException {
        String names =
                browser.run("return [...document.querySelectorAll('section.findings')][0].querySelectorAll('tbody"
                        + " .name').values().map(name => name.textContent.toLowerCase()).toArray().join('|')");
        return List.of(names.replace("\"", "").split("\\|", -1));
    }

    private static String sideways() throws IOException, InterruptedException {
        return browser.run("const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    }

    /** Of each table: axe-core takes minutes for five thousand, which are all made alike. */
    private static void keepThirtyRows() throws IOException, InterruptedException {
        browser.run("document.querySelectorAll('tbody tr:nth-child(n+31)').forEach(row => row.remove())");
    }

    /** What axe-core finds wrong, its best practices included. */
    private static String faults(String options) throws IOException, InterruptedException {
        browser.run(axe);
        return browser.await("axe.run(document, {resultTypes: ['violations']" + options
                + "}).then(found => found.violations.map(fault => fault.id + ': '"
                + " + fault.nodes.slice(0, 3).map(node => node.html).join(' ')))");
    }

    private static void openDesk(Path page) throws IOException, InterruptedException {
        browser.look(1280, HEIGHT, false);
        browser.open(page);
    }

    private static Path page(int findings) throws IOException {
        Path page = folder.resolve(findings + ".html");
        if (PAGES.add(findings)) {
            try (OutputStream out = Files.newOutputStream(page)) {
                new HtmlReport().write(new BusyNight(findings), out);
            }
        }
        return page;
    }
}
