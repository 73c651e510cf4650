package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vmail.report.SampleContents;
import vmail.report.Samples;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.DomainRule;
import vmail.rule.MailRule;
import vmail.rule.Rule;
import vmail.rule.Rules;
import vmail.rule.Severity;
import vmail.rule.StoreRule;

class JunitReportTest {

    private static final JunitReport REPORT = new JunitReport();

    @Test
    void failsTheRulesThatDoNotHoldAndNoOthers() throws IOException {
        Document report = parsed(AuditSamples.conclusive(
                AuditSamples.twoMails(FindingState.NEW),
                AuditSamples.twoMails(FindingState.STANDING),
                AuditSamples.missingStore(FindingState.STANDING)));

        assertThat(names(report, "failure")).containsExactly("single-mail", "store-missing");
        assertThat(names(report, "error")).isEmpty();
        List<String> notJudged = new ArrayList<>(idsOfMail());
        notJudged.addAll(idsOfDomains());
        assertThat(names(report, "skipped")).containsExactlyInAnyOrderElementsOf(notJudged);
        Element failure = child(testcase(report, "single-mail"), "failure").orElseThrow();
        assertThat(failure.getAttribute("message")).isEqualTo("2 findings, 1 new");
        assertThat(failure.getAttribute("type")).isEqualTo("error");
        assertThat(failure.getTextContent())
                .startsWith(
                        "accounts.ldif:7: error: [single-mail] DOUBLE: cn=Seven of Nine,ou=Tokelau,o=company: found 2")
                .contains("\n  9a9e10c4b6d2; new\n");
        assertThat(testcase(report, "single-mail").getAttribute("classname")).isEqualTo("vmail.DOUBLE");
        assertThat(testcase(report, "maildir-present").hasChildNodes()).isFalse();
    }

    @Test
    void countsWhatItHas() throws IOException {
        Document report = parsed(AuditSamples.conclusive(AuditSamples.twoMails(FindingState.NEW)));

        Element all = report.getDocumentElement();
        assertThat(number(all, "tests"))
                .isEqualTo(all.getElementsByTagName("testcase").getLength())
                .isEqualTo(sum(report, "tests"));
        assertThat(number(all, "failures")).isEqualTo(1).isEqualTo(sum(report, "failures"));
        assertThat(number(all, "errors")).isZero().isEqualTo(sum(report, "errors"));
        assertThat(sum(report, "skipped"))
                .isEqualTo(all.getElementsByTagName("skipped").getLength());
        assertThat(all.getAttribute("time")).isEqualTo("1.500");
    }

    @Test
    void tellsNotesAndAcceptedFindingsWithoutFailing() throws IOException {
        Document report = parsed(AuditSamples.conclusive(
                AuditSamples.twoMails(FindingState.ACCEPTED),
                AuditSamples.in(
                        FindingState.NEW, Samples.found(Samples.missingStore().withSeverity(Severity.NOTE)))));

        assertThat(names(report, "failure")).isEmpty();
        assertThat(names(report, "system-out")).containsExactly("single-mail", "store-missing");
        assertThat(testcase(report, "single-mail").getTextContent())
                .contains("found 2 mail values", "accepted by root on 2003-05-16 until 2003-06-01: moves");
    }

    @Test
    void isAnErrorWhenNotEverythingWasSeen() throws IOException {
        Document report = parsed(AuditSamples.inconclusive(AuditSamples.twoMails(FindingState.NEW)));

        assertThat(names(report, "error")).containsExactly("everything-was-seen");
        Element error = child(testcase(report, "everything-was-seen"), "error").orElseThrow();
        assertThat(error.getAttribute("message")).isEqualTo("done, inconclusive: not everything was seen");
        assertThat(error.getTextContent())
                .isEqualTo("/vmail/a: Permission denied\n/vmail/\\u{1b}[31mb: Input/output error\n");
        assertThat(names(report, "failure")).containsExactly("single-mail");
        NodeList cases = report.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            assertThat(cases.item(i).hasChildNodes()).isTrue();
        }
    }

    @Test
    void doesNotSayThatRulesHoldWhichWereNotJudged() throws IOException {
        Document deep = parsed(AuditSamples.of("/vmail, domains below o=company, each message"));
        Document homeless = parsed(AuditSamples.of("/vmail, each message"));
        Document part = parsed(AuditSamples.of("/vmail, domain mydomain.nl only"));

        assertThat(names(deep, "skipped")).isEmpty();
        assertThat(names(homeless, "skipped")).containsExactlyInAnyOrderElementsOf(idsOfDomains());
        assertThat(names(part, "skipped"))
                .containsAll(idsOfMail())
                .containsAll(idsOfDomains())
                .contains(StoreRule.NO_ORPHAN_MAILDIR.id())
                .doesNotContain(StoreRule.MAILDIR_PRESENT.id());
    }

    @Test
    void tellsAnImport() throws IOException {
        Document report = parsed(SampleContents.of(Samples.importRun(), Samples.found(Samples.twoMails())));

        assertThat(names(report, "failure")).containsExactly("single-mail");
        assertThat(names(report, "error")).isEmpty();
        assertThat(testcase(report, "entry-taken").hasChildNodes()).isFalse();
    }

    @Test
    void keepsABrowserFromAMillionLines() throws IOException {
        RunFinding[] findings = new RunFinding[1234];
        java.util.Arrays.fill(findings, AuditSamples.twoMails(FindingState.NEW));

        Document report = parsed(AuditSamples.conclusive(findings));

        Element failure = child(testcase(report, "single-mail"), "failure").orElseThrow();
        assertThat(failure.getAttribute("message")).isEqualTo("1234 findings, 1234 new");
        assertThat(failure.getTextContent().lines()).hasSize(201).last().isEqualTo("... and 1134 more");
    }

    @Test
    void passesOnNothingThatIsObeyed() throws IOException {
        byte[] report = AuditSamples.bytes(REPORT, AuditSamples.conclusive(AuditSamples.payloads()));

        Payloads.assertInert(report);
        assertThat(testcase(parsed(report), "single-mail").getTextContent()).contains("\\u{1b}[31mred", "nul\\u{0}nul");
    }

    @Test
    void staysXmlWhateverATextHolds() throws IOException {
        String odd = "<a b=\"c\">&amp;]]>\uFFFE\uFFFF\uD800</failure>";
        Document report =
                parsed(AuditSamples.conclusive(AuditSamples.in(FindingState.NEW, Samples.found(Samples.saying(odd)))));

        assertThat(testcase(report, "single-mail").getTextContent())
                .contains("<a b=\"c\">&amp;]]>\\u{fffe}\\u{ffff}\\u{d800}</failure>");
    }

    @Test
    void givesTheSameBytesForTheSameRun() {
        RunFinding finding = AuditSamples.twoMails(FindingState.NEW);

        assertThat(AuditSamples.bytes(REPORT, AuditSamples.conclusive(finding)))
                .isEqualTo(AuditSamples.bytes(REPORT, AuditSamples.conclusive(finding)));
    }

    private static List<String> idsOfMail() {
        return java.util.Arrays.stream(MailRule.values()).map(MailRule::id).toList();
    }

    private static List<String> idsOfDomains() {
        return Rules.catalogue().stream()
                .filter(DomainRule.class::isInstance)
                .map(Rule::id)
                .toList();
    }

    private static Document parsed(SampleContents contents) throws IOException {
        return parsed(AuditSamples.bytes(REPORT, contents));
    }

    /** The report, which has the shape that is known. */
    private static Document parsed(byte[] report) throws IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JunitReportTest.class.getResource("junit-shape.xsd"))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(report)));
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(report));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(new String(report, StandardCharsets.UTF_8), e);
        }
    }

    private static Element testcase(Document report, String name) {
        return elements(report, "testcase").stream()
                .filter(each -> each.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The names of the cases that have an element. */
    private static List<String> names(Document report, String element) {
        return elements(report, "testcase").stream()
                .filter(each -> child(each, element).isPresent())
                .map(each -> each.getAttribute("name"))
                .sorted()
                .toList();
    }

    private static Optional<Element> child(Element parent, String name) {
        return Optional.ofNullable((Element) parent.getElementsByTagName(name).item(0));
    }

    private static List<Element> elements(Document report, String name) {
        List<Element> all = new ArrayList<>();
        NodeList found = report.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static int sum(Document report, String attribute) {
        return elements(report, "testsuite").stream()
                .mapToInt(suite -> number(suite, attribute))
                .sum();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
