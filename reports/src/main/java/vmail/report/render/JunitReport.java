package vmail.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Rule;

/**
 * JUnit XML, as Jenkins and GitLab read it: a suite for each effect, a case for each rule that was judged, holding ones too. Errors
 * and warnings that nobody has accepted fail their rule; notes and accepted findings are told as its output. Before them stands the
 * run itself, which is an error if it did not see everything; a rule without findings is skipped then, as it may not hold.
 */
public record JunitReport() implements Report {

    @Override
    public void write(RunContents contents, OutputStream out) {
        try {
            JunitXml xml = new JunitXml(
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name()));
            write(contents.head(), cases(contents), xml);
            out.flush();
        } catch (XMLStreamException e) {
            throw new ReportNotWritten("the report", new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw new ReportNotWritten("the report", e);
        }
    }

    private static List<RuleCase> cases(RunContents contents) {
        JudgedRules judged = new JudgedRules(contents.head());
        Map<String, RuleCase> cases = new LinkedHashMap<>();
        for (Rule rule : judged.all()) {
            cases.put(rule.id(), new RuleCase(rule.id(), rule.effect(), judged.notJudged(rule)));
        }
        contents.findings(finding -> cases.computeIfAbsent(finding.rule(), rule -> ofUnknown(finding))
                .add(finding));
        return List.copyOf(cases.values());
    }

    /** A rule that this vmail has no longer, or judges elsewhere. */
    private static RuleCase ofUnknown(RunFinding finding) {
        return new RuleCase(finding.rule(), finding.effect(), "");
    }

    private static void write(RunHead head, List<RuleCase> cases, JunitXml xml) throws XMLStreamException {
        boolean sound = new JudgedRules(head).endedWell();
        RunSummary run = head.run();
        Instant started = run.started().truncatedTo(ChronoUnit.SECONDS);
        xml.begin(
                "vmail " + run.id(),
                cases.size() + 1L,
                cases.stream().filter(RuleCase::fails).count(),
                sound ? 0 : 1,
                Duration.between(run.started(), run.ended().orElse(run.started())));
        xml.beginSuite(run.command(), started, List.of(), sound ? 0 : 1);
        properties(run, xml);
        xml.runCase(run.command(), sound ? "" : why(head), head.reasons());
        xml.endSuite();
        for (Effect effect : Effect.worstFirst()) {
            List<RuleCase> some =
                    cases.stream().filter(each -> each.effect() == effect).toList();
            if (!some.isEmpty()) {
                xml.beginSuite(effect.name(), started, some, 0);
                for (RuleCase each : some) {
                    xml.ruleCase(each);
                }
                xml.endSuite();
            }
        }
        xml.end();
    }

    private static void properties(RunSummary run, JunitXml xml) throws XMLStreamException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("run", run.id());
        properties.put("state", run.state());
        run.verdict().ifPresent(verdict -> properties.put("verdict", verdict));
        if (!run.scope().isEmpty()) {
            properties.put("scope", run.scope());
        }
        properties.put("checked", String.valueOf(run.checked()));
        xml.properties(properties);
    }

    private static String why(RunHead head) {
        List<String> words = new ArrayList<>(List.of(head.run().state()));
        head.run().verdict().ifPresent(words::add);
        return String.join(", ", words) + ": not everything was seen";
    }
}
