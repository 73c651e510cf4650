package vmail.report.render;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The elements of a JUnit report. Texts are made inert; of what XML can not hold (XML 1.0, 2.2) {@link InertText} leaves U+FFFE and
 * U+FFFF, which the writer of the JDK would write as they are.
 */
final class JunitXml {

    private static final String PACKAGE = "vmail.";

    private final XMLStreamWriter xml;

    JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin(String name, long tests, long failures, long errors, Duration time) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine("");
        xml.writeStartElement("testsuites");
        attribute("name", name);
        attribute("tests", String.valueOf(tests));
        attribute("failures", String.valueOf(failures));
        attribute("errors", String.valueOf(errors));
        attribute("time", BigDecimal.valueOf(time.toMillis(), 3).toPlainString());
    }

    /** @param cases of rules; none of the suite of the run itself, which has one case */
    void beginSuite(String name, Instant started, List<RuleCase> cases, long errors) throws XMLStreamException {
        newLine("  ");
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", String.valueOf(Math.max(1, cases.size())));
        attribute("failures", count(cases.stream().filter(RuleCase::fails).count()));
        attribute("errors", count(errors));
        attribute(
                "skipped",
                count(cases.stream()
                        .filter(each -> each.notJudged().isPresent())
                        .count()));
        attribute("time", "0");
        // the well-known schema has no time zone; it is UTC
        attribute("timestamp", started.toString().replace("Z", ""));
    }

    private static String count(long number) {
        return String.valueOf(number);
    }

    void properties(Map<String, String> properties) throws XMLStreamException {
        newLine("    ");
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            newLine("      ");
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        newLine("    ");
        xml.writeEndElement();
    }

    /** @param error why the run tells nothing about what it does not name, or empty */
    void runCase(String suite, String error, List<String> reasons) throws XMLStreamException {
        beginCase(suite, "everything-was-seen");
        if (!error.isEmpty()) {
            element("error", error, "inconclusive", lines(reasons));
        }
        endCase(!error.isEmpty());
    }

    private static String lines(List<String> texts) {
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> lines.append(inert(text)).append('\n'));
        return lines.toString();
    }

    void ruleCase(RuleCase rule) throws XMLStreamException {
        beginCase(rule.effect().name(), rule.rule());
        if (rule.notJudged().isPresent()) {
            newLine("      ");
            xml.writeEmptyElement("skipped");
            attribute("message", rule.notJudged().get());
        }
        if (rule.fails()) {
            element("failure", rule.sentence(), rule.severity(), legal(rule.failure()));
        }
        if (!rule.told().isEmpty()) {
            newLine("      ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(rule.told()));
            xml.writeEndElement();
        }
        endCase(rule.fails() || rule.notJudged().isPresent() || !rule.told().isEmpty());
    }

    private void element(String name, String message, String type, String text) throws XMLStreamException {
        newLine("      ");
        xml.writeStartElement(name);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void beginCase(String suite, String name) throws XMLStreamException {
        newLine("    ");
        xml.writeStartElement("testcase");
        attribute("classname", PACKAGE + suite);
        attribute("name", name);
        attribute("time", "0");
    }

    private void endCase(boolean filled) throws XMLStreamException {
        if (filled) {
            newLine("    ");
        }
        xml.writeEndElement();
    }

    void endSuite() throws XMLStreamException {
        newLine("  ");
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        newLine("");
        xml.writeEndElement();
        xml.writeEndDocument();
        newLine("");
        xml.flush();
    }

    private void newLine(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, inert(value));
    }

    private static String inert(String text) {
        return legal(InertText.of(text));
    }

    /** Of text that is inert but for its line ends. */
    private static String legal(String text) {
        return text.replace("\uFFFE", "\\u{fffe}").replace("\uFFFF", "\\u{ffff}");
    }
}
