package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldif.DuplicateValueBehavior;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.TrailingSpaceBehavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.account.SourceLine;
import vmail.account.Stamps;
import vmail.store.Owner;

/** {@code sample-data/broken/<rule>}: each breaks its rule and no other. */
class BrokenSamplesTest {

    static final Path BROKEN = Path.of("..", "sample-data", "broken");

    static List<String> rulesOfEntries() {
        return Rules.catalogue().stream()
                .filter(rule ->
                        rule instanceof EntryRule || rule instanceof DirectoryRule || rule instanceof DomainRule)
                .map(Rule::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rulesOfEntries")
    void reportExactlyTheirRule(String id) throws IOException, LDIFException {
        List<Finding> findings = findings(id);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactlyElementsOf(Files.readAllLines(BROKEN.resolve(id).resolve("expected.txt")));
        assertThat(findings).isNotEmpty().allMatch(finding -> finding.rule().equals(id));
    }

    @Test
    void areThereForEveryRuleAndForNothingElse() throws IOException {
        List<String> expected = Stream.concat(rulesOfEntries().stream(), Stream.of("readable-record"))
                .sorted()
                .toList();

        try (Stream<Path> folders = Files.list(BROKEN)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).containsAll(expected);
        }
    }

    private static List<Finding> findings(String id) throws IOException, LDIFException {
        List<Candidate> candidates = candidates(BROKEN.resolve(id).resolve("accounts.ldif"));
        List<String> domains = candidates.stream()
                .flatMap(candidate -> candidate.values("associatedDomain").stream())
                .toList();
        Rules rules = Rules.of(
                new RuleContext(
                        Howto.BASE,
                        Optional.of(Howto.ACCOUNT_BASE),
                        AcceptedDomains.of(domains, Optional.of(Howto.SYSTEM_BASE)),
                        MailSchema.schema(),
                        false,
                        Optional.of(Howto.SYSTEM_BASE),
                        Optional.of(new Owner(5000, 5000)),
                        new Deadlines(Instant.parse("2026-11-28T12:00:00Z"), Optional.of(Duration.ofDays(90)))),
                onRequest(id));
        List<Candidate> accounts =
                candidates.stream().filter(Candidate::isAccount).toList();
        DirectoryCheck check = rules.directoryCheck();
        List<Finding> findings = new ArrayList<>();
        accounts.forEach(check::first);
        for (Candidate account : accounts) {
            findings.addAll(rules.judge(account));
            check.second(account, findings::add);
        }
        check.finish(findings::add);
        DomainCheck domainCheck = rules.domainCheck(check);
        candidates.stream()
                .filter(candidate -> candidate.kind() == RecordKind.DOMAIN)
                .forEach(domainCheck::add);
        domainCheck.finish(findings::add);
        findings.sort(Comparator.comparing(finding -> ((SourceLine) finding.origin()).line()));
        return findings;
    }

    private static Map<String, Severity> onRequest(String id) {
        return Rules.catalogue().stream()
                .filter(rule -> rule.id().equals(id) && rule.onRequest())
                .collect(Collectors.toMap(Rule::id, Rule::severity));
    }

    private static List<Candidate> candidates(Path file) throws IOException, LDIFException {
        List<Long> lines = new ArrayList<>();
        List<String> text = Files.readAllLines(file);
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).startsWith("dn:")) {
                lines.add(i + 1L);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        try (LDIFReader reader = new LDIFReader(Files.newInputStream(file))) {
            reader.setDuplicateValueBehavior(DuplicateValueBehavior.RETAIN);
            reader.setTrailingSpaceBehavior(TrailingSpaceBehavior.RETAIN);
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                Optional<Instant> modified = Optional.ofNullable(entry.getAttributeValueAsDate("modifyTimestamp"))
                        .map(Date::toInstant);
                entry.removeAttribute("modifyTimestamp");
                candidates.add(new Candidate(
                        new ReadOnlyEntry(entry),
                        new SourceLine("accounts.ldif", lines.get(candidates.size())),
                        List.of(),
                        Optional.empty(),
                        new Stamps(Optional.empty(), modified, "")));
            }
        }
        return candidates;
    }
}
