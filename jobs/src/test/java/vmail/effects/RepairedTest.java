package vmail.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.effects.Entries.ALBERT;
import static vmail.effects.Entries.SEVEN;
import static vmail.effects.Entries.add;
import static vmail.effects.Entries.delete;
import static vmail.effects.Entries.replace;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Ran;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Rule;
import vmail.rule.Rules;

/** The states that {@code vmail repair} may cure without a decision are cured by it, as Postfix and Courier see it; and the plans. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class RepairedTest {

    private static final Pattern ID = Pattern.compile("--plan ([0-9a-f]{8})");
    private static final Set<String> AUTOMATIC = Rules.catalogue().stream()
            .filter(rule -> rule.mending() == Mending.AUTOMATIC)
            .map(Rule::id)
            .collect(Collectors.toSet());
    /** Mail that was delivered in the state is where nobody looks; the state itself is cured. */
    private static final Set<String> WITH_A_DECISION = Set.of("delivery-link-target", "store-well-formed");

    private Stage stage;

    static Stream<Row> rows() {
        return EffectsTest.rows().filter(RepairedTest::isAutomatic);
    }

    private static boolean isAutomatic(Row row) {
        boolean slash = row.rule().equals("store-well-formed") && row.state().startsWith("the store has no slash");
        boolean nowhere = row.rule().equals("delivery-link-target") && row.effect() == Effect.DEFERRED;
        return AUTOMATIC.contains(row.rule()) || (WITH_A_DECISION.contains(row.rule()) && (slash || nowhere));
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
    }

    @ParameterizedTest
    @MethodSource("rows")
    void mailArrivesAgain(Row row) throws IOException, InterruptedException, LDAPException, LDIFException {
        stage.reset();
        if (row.early()) {
            stage.mail(row.address());
        }
        stage.bring(row);

        Ran repaired = stage.repair();

        assertThat(repaired.code()).as(repaired.toString()).isZero();
        assertThat(stage.findings()).as(repaired.toString()).isEmpty();
        Observed next = stage.mail(row.address());
        assertThat(next.isAsItShallBe(row.readers())).as(next.toString()).isTrue();
        assertThat(stage.repair().out()).contains("nothing was repaired");
    }

    @Test
    void whoReadsASharedFolderSeesTheMailThatWentAstray()
            throws IOException, InterruptedException, LDAPException, LDIFException {
        Row row = row("a real directory is where the delivery link belongs");
        stage.reset();
        stage.bring(row);
        Observed astray = stage.mail(row.address());
        assertThat(astray.shows(Effect.UNSEEN, row.readers())).isTrue();

        Ran planned = stage.repair("--plan", id(stage.repair("--dry-run")));

        assertThat(planned.code()).as(planned.toString()).isZero();
        Observed found = stage.again(astray);
        assertThat(found.isAsItShallBe(row.readers())).as(found.toString()).isTrue();
        Observed next = stage.mail(row.address());
        assertThat(next.isAsItShallBe(row.readers())).as(next.toString()).isTrue();
    }

    @Test
    void mailForTwoIsReadByTheOneWhoWasNamed() throws IOException, InterruptedException, LDAPException, LDIFException {
        Row row = row("two accounts have the same mail");
        stage.reset();
        stage.bring(row);
        Observed lost = stage.mail(row.address());
        assertThat(lost.shows(Effect.LOST, row.readers())).isTrue();
        stage.modify(replace(SEVEN, "mail: seven.of.nine@anotherdomain.nu"));

        Ran planned = stage.repair("--plan", id(stage.repair("--dry-run")), "--into=/vmail/albert.onestone/Maildir");

        assertThat(planned.code()).as(planned.toString()).isZero();
        Observed found = stage.again(lost);
        assertThat(found.isAsItShallBe(Reader.ALBERT)).as(found.toString()).isTrue();
    }

    @Test
    void whoHasNoSeeAlsoAnyMoreReadsNothingEvenOfWhatHeHadOpened()
            throws IOException, InterruptedException, LDAPException, LDIFException {
        Row row = row("seeAlso is taken away, the line in shared-maildirs stays");
        stage.reset();
        Observed read = stage.mail(row.address());
        assertThat(read.isAsItShallBe(Reader.SUBSCRIBERS)).isTrue();
        stage.bring(row);
        assertThat(stage.again(read).shows(Effect.LEAKED, row.readers())).isTrue();

        Ran planned = stage.repair("--plan", id(stage.repair("--dry-run")));

        assertThat(planned.code()).as(planned.toString()).isZero();
        Observed revoked = stage.again(read);
        assertThat(revoked.isAsItShallBe(row.readers())).as(revoked.toString()).isTrue();
        assertThat(stage.findings()).isEmpty();
        stage.modify(add(ALBERT, "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company"));
        assertThat(stage.repair().code()).isZero();
        assertThat(stage.again(read).isAsItShallBe(Reader.SUBSCRIBERS)).isTrue();
        stage.modify(delete(ALBERT, "seeAlso"));
    }

    private static Row row(String state) {
        List<Row> rows =
                EffectsTest.rows().filter(each -> each.state().equals(state)).toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String id(Ran ran) {
        Matcher id = ID.matcher(ran.out());
        assertThat(id.find()).as(ran.toString()).isTrue();
        return String.valueOf(id.group(1));
    }
}
