package vmail.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.unboundid.ldap.sdk.Filter;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows whom, and what nobody calls, read from the compiled classes; each rule is also shown something that breaks it. */
class ArrowsTest {

    private static final String[] MODEL = {
        "vmail.account..", "vmail.lookup..", "vmail.message..", "vmail.rule..", "vmail.store.."
    };
    private static final String READERS = "vmail.reader..";
    private static final String WRITERS = "vmail.writer..";
    private static final String REPORTS = "vmail.report..";
    private static final String[] JOBS = {
        "vmail.check..",
        "vmail.cli..",
        "vmail.connection..",
        "vmail.doctor..",
        "vmail.explain..",
        "vmail.fault..",
        "vmail.inspect..",
        "vmail.job..",
        "vmail.mailing..",
        "vmail.repair..",
        "vmail.settings..",
        "vmail.workspace.."
    };
    private static final String[] NO_MODEL = {READERS, WRITERS, REPORTS, "org.springframework..", "org.h2.."};

    /** They answer false where they could not see; not seen is not missing. */
    private static final Set<String> ANSWER_FALSELY =
            Set.of("exists", "notExists", "isDirectory", "isRegularFile", "isSymbolicLink");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vmail");

    private static final JavaClasses OFFENDER = new ClassFileImporter().importClasses(Offender.class);

    @Test
    void everyClassIsInAModule() {
        assertThat(ALL.stream().map(type -> type.getPackageName().replaceFirst("vmail\\.(\\w+).*", "$1")))
                .contains("account", "rule", "store", "reader", "writer", "report", "check", "cli", "job")
                .isSubsetOf(
                        "account",
                        "rule",
                        "store",
                        "reader",
                        "writer",
                        "report",
                        "check",
                        "cli",
                        "connection",
                        "doctor",
                        "explain",
                        "fault",
                        "inspect",
                        "job",
                        "lookup",
                        "mailing",
                        "message",
                        "repair",
                        "settings",
                        "workspace");
    }

    @Test
    void theModelKnowsNobody() {
        assertThat(broken(nobodyIn(MODEL, NO_MODEL), ALL)).isEmpty();
        assertThat(broken(nobodyIn(MODEL, JOBS), ALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {READERS, WRITERS, REPORTS})
    void readersWritersAndReportsDoNotKnowEachOther(String module) {
        String[] others = List.of(READERS, WRITERS, REPORTS).stream()
                .filter(other -> !other.equals(module))
                .toArray(String[]::new);

        assertThat(broken(nobodyIn(new String[] {module}, others), ALL)).isEmpty();
        assertThat(broken(nobodyIn(new String[] {module}, JOBS), ALL)).isEmpty();
    }

    @Test
    void anArrowInTheWrongDirectionIsSeen() {
        assertThat(broken(nobodyIn(JOBS, READERS), ALL)).isNotEmpty();
        assertThat(broken(nobodyIn(new String[] {REPORTS}, MODEL), ALL)).isNotEmpty();
        assertThat(broken(nobodyIn(JOBS, "org.springframework.."), ALL)).isNotEmpty();
    }

    @Test
    void theModelTouchesNoFile() {
        assertThat(broken(noFileAccess(MODEL), ALL)).isEmpty();
        assertThat(broken(noFileAccess(WRITERS), ALL)).isNotEmpty();
    }

    @Test
    void theModelOpensNoConnection() {
        assertThat(broken(noConnection(MODEL), ALL)).isEmpty();
        assertThat(broken(noConnection("vmail.connection.."), ALL)).isNotEmpty();
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        assertThat(broken(noPrinting("vmail.cli.."), ALL)).isEmpty();
        assertThat(broken(noPrinting("vmail.cli.."), OFFENDER)).hasSize(3);
        assertThat(broken(noPrinting("vmail.nobody.."), ALL)).isNotEmpty();
    }

    @Test
    void nobodyAsksTheDiskInAWayThatAnswersFalsely() {
        assertThat(broken(noFalseAnswers(), ALL)).isEmpty();
        assertThat(broken(noFalseAnswers(), OFFENDER)).hasSize(ANSWER_FALSELY.size());
    }

    @Test
    void nobodyUsesTheOldFileClass() {
        ArchRule rule = noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.File");

        assertThat(broken(rule, ALL)).isEmpty();
        assertThat(broken(rule, OFFENDER)).isNotEmpty();
    }

    @Test
    void nobodyMakesFiltersOfText() {
        ArchRule rule = noClasses()
                .that()
                // reads filters that administrators have written, to compare them with ours; none of them is sent
                .doNotHaveFullyQualifiedName("vmail.reader.configuration.FilterTemplate")
                .should()
                .callMethod(Filter.class, "create", String.class);

        assertThat(broken(rule, ALL)).isEmpty();
        assertThat(broken(rule, OFFENDER)).hasSize(1);
    }

    @Test
    void nobodyPrintsStacks() {
        ArchRule rule = noClasses()
                .should()
                .callMethodWhere(describe(
                        "printStackTrace", (JavaCall<?> call) -> call.getName().equals("printStackTrace")));

        assertThat(broken(rule, ALL)).isEmpty();
        assertThat(broken(rule, OFFENDER)).hasSize(1);
    }

    private static ArchRule nobodyIn(String[] these, String... those) {
        return noClasses()
                .that()
                .resideInAnyPackage(these)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(those);
    }

    private static ArchRule noFileAccess(String... these) {
        return noClasses()
                .that()
                .resideInAnyPackage(these)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.file\\.Files|java\\.nio\\.channels\\..*File.*|java\\.io\\..*File.*");
    }

    private static ArchRule noConnection(String... these) {
        return noClasses()
                .that()
                .resideInAnyPackage(these)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\..*Socket.*|com\\.unboundid\\..*(Connection|LDAPInterface).*");
    }

    private static ArchRule noPrinting(String... butThese) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(butThese)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class);
    }

    private static ArchRule noFalseAnswers() {
        return noClasses()
                .should()
                .callMethodWhere(describe(
                        "a question that answers falsely",
                        (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(Files.class)
                                && ANSWER_FALSELY.contains(call.getName())));
    }

    private static List<String> broken(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
