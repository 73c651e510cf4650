package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.SourceLine;
import vmail.rule.Examination;
import vmail.rule.SurroundingsRule;

class ExaminationsTest {

    private static final List<Examination> ALL = List.of(
            Examination.ok(SurroundingsRule.DIRECTORY_BIND, "the server admits ou=System,o=company"),
            Examination.problem(
                    SurroundingsRule.POSTFIX_DOMAIN_FILTER.finding(
                            new SourceLine("domains.cf", 8), "it finds domains of others", "Write %s"),
                    SurroundingsRule.POSTFIX_DOMAIN_FILTER),
            Examination.unknown(SurroundingsRule.SCHEMA_COMPLETE, "the server does not show its schema"),
            Examination.skipped(SurroundingsRule.COURIER_URI, "not asked for; give --authldaprc FILE"),
            Examination.skipped(SurroundingsRule.COURIER_BASE, "not asked for; give --authldaprc FILE"));

    @Test
    void areALineEachForPeople() {
        assertThat(new ExaminationsText(ALL).lines())
                .containsExactly(
                        "ok       directory-bind                 the server admits ou=System,o=company",
                        "problem  domains.cf:8: error: [postfix-domain-filter] it finds domains of others. Write %s. "
                                + "In mail: it is refused or bounces (BOUNCED).",
                        "unknown  schema-complete                the server does not show its schema",
                        "skipped  courier-uri, courier-base: not asked for; give --authldaprc FILE",
                        "",
                        "1 ok, 1 problem, 1 unknown, 2 skipped. Nothing is said about schema-complete.");
    }

    @Test
    void areInertOnATerminal() {
        Examination hostile = Examination.ok(SurroundingsRule.DIRECTORY_BIND, "\u001b[31mred");

        assertThat(String.join("", new ExaminationsText(List.of(hostile)).lines()))
                .doesNotContain("\u001b");
    }

    @Test
    void areOneObjectForPrograms() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ExaminationsJson.write(ALL.subList(1, 3), out);

        assertThat(out.toString(StandardCharsets.US_ASCII))
                .isEqualTo("{\"command\":\"doctor\",\"checks\":["
                        + "{\"check\":\"postfix-domain-filter\",\"verdict\":\"problem\",\"text\":\"\",\"findings\":["
                        + "{\"rule\":\"postfix-domain-filter\",\"severity\":\"error\",\"effect\":\"BOUNCED\","
                        + "\"origin\":\"domains.cf:8\",\"dn\":\"\",\"message\":\"it finds domains of others\","
                        + "\"remedy\":\"Write %s\"}]},"
                        + "{\"check\":\"schema-complete\",\"verdict\":\"unknown\","
                        + "\"text\":\"the server does not show its schema\",\"findings\":[]}],"
                        + "\"verdicts\":{\"ok\":0,\"problem\":1,\"unknown\":1,\"skipped\":0}}\n");
    }
}
