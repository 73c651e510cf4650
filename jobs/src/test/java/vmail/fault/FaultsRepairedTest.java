package vmail.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.account.DirectoryUnavailable;
import vmail.lab.MailOwner;
import vmail.lab.Tree;
import vmail.reader.directory.IncompleteRead;
import vmail.repair.RepairOptions;
import vmail.repair.RepairText;
import vmail.repair.Repairing;
import vmail.repair.UnknownFinding;
import vmail.report.findings.Fingerprint;
import vmail.rule.Finding;
import vmail.rule.Mending;
import vmail.settings.Brake;
import vmail.settings.TooManyChanges;
import vmail.store.Owner;
import vmail.writer.repair.Applied;
import vmail.writer.repair.Changer;
import vmail.writer.repair.Journal;
import vmail.writer.repair.JournalEntry;
import vmail.writer.repair.JournalTarget;
import vmail.writer.repair.Workbench;
import vmail.writer.store.OpenMailBase;

/**
 * Every kind of fault whose findings say that they can be mended is mended, by itself or when it is named; a second repair does nothing; no
 * message is lost or doubled; and all of it can be taken back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsRepairedTest {

    private static final int HOUSEHOLDS = 6;
    private static final int ROUNDS = 6;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Playground playground;

    @SuppressWarnings("NullAway.Init")
    private Path journals;

    private final List<String> said = new ArrayList<>();
    private int runs;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException, LDAPException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Optional<Owner> owner =
                MailOwner.isRoot() ? Optional.of(new Owner(MailOwner.uid(), MailOwner.uid())) : Optional.empty();
        journals = Files.createDirectory(folder.resolve("journals"));
        playground = Playground.in(folder, HOUSEHOLDS, owner);
    }

    @AfterAll
    void close() {
        playground.close();
    }

    static List<FaultKind> kinds() {
        return FaultKinds.all().stream()
                .filter(kind -> !kind.needs().contains(Need.ALONE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isMendedAsItsFindingsSay(FaultKind kind)
            throws IOException, LDAPException, IncompleteRead, DirectoryUnavailable, TooManyChanges, UnknownFinding {
        assumeTrue(!kind.needs().contains(Need.ROOT) || MailOwner.isRoot(), Need.ROOT.reason());
        said.clear();
        playground.play(kind, playground.system().household(1));
        try {
            String broken = state();
            Map<String, Long> messages = messages();
            List<Finding> findings = playground.audit().findings();
            boolean automatic = any(findings, Mending.AUTOMATIC);

            Path first = repair(List.of());

            assertThat(any(playground.audit().findings(), Mending.AUTOMATIC))
                    .as(said.toString())
                    .isFalse();
            assertThat(Journal.read(first).entries().isEmpty())
                    .as(said.toString())
                    .isNotEqualTo(automatic);
            assertThat(messages()).isEqualTo(messages);
            String repaired = state();
            assertThat(Journal.read(repair(List.of())).entries())
                    .as(said.toString())
                    .isEmpty();

            Path second = repair(planned());

            assertThat(messages()).as(said.toString()).isEqualTo(messages);
            assertThat(any(playground.audit().findings(), Mending.PLANNED))
                    .as(said.toString())
                    .isFalse();
            undo(second);
            assertThat(state()).as(said.toString()).isEqualTo(repaired);
            undo(first);
            assertThat(state()).as(said.toString()).isEqualTo(broken);
        } finally {
            playground.restore();
        }
    }

    private static boolean any(List<Finding> findings, Mending mending) {
        return findings.stream().anyMatch(finding -> finding.mending() == mending);
    }

    private List<String> planned() {
        return playground.audit().findings().stream()
                .filter(finding -> finding.mending() == Mending.PLANNED)
                .map(Fingerprint::of)
                .toList();
    }

    /** @return the journal */
    private Path repair(List<String> plan)
            throws IOException, IncompleteRead, DirectoryUnavailable, TooManyChanges, UnknownFinding {
        runs++;
        Path folder = Files.createDirectory(journals.resolve("run" + runs));
        RepairOptions options = new RepairOptions(
                false,
                plan,
                Optional.of(playground.system().household(1).ada().store().toString()),
                new Brake(100, 100, Optional.empty()));
        try (OpenMailBase disk = OpenMailBase.open(playground.system().base(), owner());
                Journal journal = Journal.open(folder, target())) {
            Repairing repairing = new Repairing(
                    playground.settings(),
                    playground.directory(),
                    disk,
                    options,
                    Optional.of(new Changer(new Workbench(disk, playground.directory()), journal)),
                    "run" + runs,
                    Instant.EPOCH,
                    new Playground.Silent(),
                    new RepairText(said::add));
            int rounds = 0;
            while (repairing.round(
                    playground.audit().findings(), playground.system().accounts())) {
                rounds++;
                assertThat(rounds).as(said.toString()).isLessThan(ROUNDS);
            }
        }
        return folder.resolve(Journal.NAME);
    }

    private static Optional<Owner> owner() throws IOException {
        return MailOwner.isRoot() ? Optional.of(new Owner(MailOwner.uid(), MailOwner.uid())) : Optional.empty();
    }

    private void undo(Path journal) throws IOException, DirectoryUnavailable {
        List<JournalEntry> entries = new ArrayList<>(Journal.read(journal).entries());
        Collections.reverse(entries);
        try (OpenMailBase disk = OpenMailBase.open(playground.system().base(), owner())) {
            Workbench bench = new Workbench(disk, playground.directory());
            for (JournalEntry entry : entries) {
                if (entry.mayStand()) {
                    Applied applied = bench.apply(entry.change().inverse());
                    assertThat(applied.isConflict()).as(entry + " " + applied).isFalse();
                }
            }
        }
    }

    private JournalTarget target() {
        return new JournalTarget(playground.system().base().path(), "memory", "ou=tokelau,o=company");
    }

    private String state() throws IOException, LDAPException {
        StringBuilder text = new StringBuilder();
        playground
                .directory()
                .search("o=company", com.unboundid.ldap.sdk.SearchScope.SUB, "(objectClass=*)")
                .getSearchEntries()
                .stream()
                .sorted(java.util.Comparator.comparing(Entry::getDN))
                .forEach(entry -> text.append(sorted(entry)).append('\n'));
        Path base = playground.system().base().path();
        Tree.of(base).forEach(line -> text.append(line).append('\n'));
        Tree.contents(base)
                .forEach((file, content) ->
                        text.append(file).append(": ").append(content).append('\n'));
        return text.toString();
    }

    private static Map<String, Set<String>> sorted(Entry entry) {
        Map<String, Set<String>> values = new TreeMap<>();
        values.put("dn", Set.of(entry.getDN()));
        entry.getAttributes()
                .forEach(attribute ->
                        values.put(attribute.getName(), new java.util.TreeSet<>(List.of(attribute.getValues()))));
        return values;
    }

    private Map<String, Long> messages() throws IOException {
        return Tree.contents(playground.system().base().path()).entrySet().stream()
                .filter(file -> file.getKey().matches(".*/(new|cur)/[^/]+"))
                .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.counting()));
    }
}
