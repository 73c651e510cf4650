package vmail.effects;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Json;

/** Each state of directory or disk: the audit names it with its effect, the servers show that effect, the remedy cures it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class EffectsTest {

    private final ObservedTable table = new ObservedTable();
    private Stage stage;

    static Stream<Row> rows() {
        return Stream.of(MailRows.all(), StoreRows.all(), SharedRows.all(), LoginRows.all())
                .flatMap(List::stream);
    }

    @BeforeAll
    void start() throws IOException, InterruptedException, LDAPException, LDIFException {
        stage = Stage.open();
    }

    @AfterAll
    void stop() throws IOException {
        if (stage != null) {
            stage.close();
        }
        if (table.size() == rows().count()) {
            table.compare();
        }
    }

    @Test
    void theSystemIsSoundToBeginWith() throws IOException, InterruptedException, LDAPException, LDIFException {
        stage.reset();

        assertThat(stage.audit()).isEmpty();
        Observed personal = stage.mail("ao@anotherdomain.nu");
        assertThat(personal.isAsItShallBe(Reader.ALBERT))
                .as(personal.toString())
                .isTrue();
        Observed shared = stage.mail("timetravel@anotherdomain.nu");
        assertThat(shared.isAsItShallBe(Reader.SUBSCRIBERS))
                .as(shared.toString())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isNamedShownAndCured(Row row) throws IOException, InterruptedException, LDAPException, LDIFException {
        stage.reset();
        Optional<Observed> early = row.early() ? Optional.of(stage.mail(row.address())) : Optional.empty();
        stage.bring(row);

        List<Json> findings = stage.audit();
        Map<Person, String> before = row.showsBeforeMail() ? stage.refused() : Map.of();
        Observed observed = early.isPresent()
                ? stage.again(early.get())
                : stage.mail(row.address()).orBefore(before);

        assertThat(findings.stream().map(each -> each.text("rule")).distinct())
                .as(findings.toString())
                .containsExactlyInAnyOrderElementsOf(row.rules());
        assertThat(findings.stream()
                        .filter(each -> each.text("rule").equals(row.rule()))
                        .map(each -> each.text("effect")))
                .allMatch(row.effect().name()::equals);
        assertThat(observed.shows(row.effect(), row.readers()))
                .as(observed.toString())
                .isTrue();
        table.add(row, observed, cure(row, observed));
    }

    private String cure(Row row, Observed observed)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        if (row.isSilent() || row.accepts(row.rule())) {
            return "nothing to cure";
        }
        List<String> steps = new Cure(stage, row).carryOut();
        if (observed.wasTaken() && !row.gone()) {
            Observed first = observed.waits() ? stage.flushed(observed) : stage.again(observed);
            assertThat(first.isAsItShallBe(row.readers())).as(first.toString()).isTrue();
        }
        assertCured(row);
        if (steps.contains(row.rule())) {
            return told(steps);
        }
        // the mail itself has made another state of it, which was cured; the state as it was has a remedy, too
        stage.reset();
        stage.bring(row);
        List<String> atOnce = new Cure(stage, row).carryOut();
        assertThat(atOnce).contains(row.rule());
        assertCured(row);
        return told(steps) + "; before any mail: " + told(atOnce);
    }

    private void assertCured(Row row) throws IOException {
        // the same address for the directory, another for a resolver that remembers the last one
        Observed next = stage.mail(row.address().toUpperCase(Locale.ROOT));
        assertThat(next.isAsItShallBe(row.readers())).as(next.toString()).isTrue();
    }

    private static String told(List<String> steps) {
        return steps.stream().distinct().collect(Collectors.joining(", "));
    }
}
