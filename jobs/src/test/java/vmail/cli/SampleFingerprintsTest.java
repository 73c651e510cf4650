package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.account.AcceptedDomains;
import vmail.account.MailBase;
import vmail.check.LiveAccounts;
import vmail.check.Progress;
import vmail.check.SourceCheck;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.profile.MappingOptions;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.report.findings.Fingerprint;
import vmail.rule.Deadlines;
import vmail.rule.Finding;
import vmail.rule.MailSchema;
import vmail.rule.Rule;
import vmail.rule.RuleContext;
import vmail.rule.Rules;
import vmail.rule.Severity;
import vmail.settings.SourceSettings;
import vmail.store.Owner;

/** On another night each finding of the samples is known again as itself, and taken for no other. */
class SampleFingerprintsTest {

    private static final MailBase BASE = MailBase.of("/vmail");
    private static final Pattern HASH = Pattern.compile("\\{[A-Za-z0-9]+}[A-Za-z0-9+/=$.]{8,}");

    @TempDir
    private Path temporary;

    static List<Sample> samples() throws IOException {
        return Stream.concat(
                        Sample.in("broken").stream(),
                        Stream.of("dirty", "legacy", "howto-verbatim").map(Sample::new))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellFindingsOfOneRunApart(Sample sample) throws IOException, IncompleteRead, LDAPException {
        List<Finding> findings = findings(sample.source());

        Map<String, List<Finding>> alike = findings.stream().collect(Collectors.groupingBy(Fingerprint::of));
        assertThat(alike.values())
                .isNotEmpty()
                .allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken/see-also-is-dn", "legacy"})
    void doNotChangeWhereLinesMove(String folder) throws IOException, IncompleteRead, LDAPException {
        Path source = new Sample(folder).source();
        Path night = Files.copy(source, temporary.resolve("accounts.ldif"));
        List<String> before = fingerprints(night);

        Files.writeString(night, "# a line more\n\n" + Files.readString(source));

        assertThat(fingerprints(night)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void haveNoPasswordInThem(Sample sample) throws IOException, IncompleteRead, LDAPException {
        List<String> hashes = HASH.matcher(Files.readString(sample.source(), StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(findings(sample.source()))
                .extracting(Finding::about)
                .allSatisfy(about -> assertThat(hashes).noneMatch(about::contains));
    }

    private static List<String> fingerprints(Path source) throws IOException, IncompleteRead, LDAPException {
        return findings(source).stream().map(Fingerprint::of).toList();
    }

    private static List<Finding> findings(Path source) throws IOException, IncompleteRead, LDAPException {
        Optional<DN> accounts = Optional.of(new DN("ou=Tokelau,o=company"));
        RuleContext site = new RuleContext(
                BASE,
                accounts,
                AcceptedDomains.unknown(),
                MailSchema.schema(),
                false,
                Optional.of(new DN("ou=postfix,ou=System,o=company")),
                Optional.of(new Owner(5000, 5000)),
                new Deadlines(Instant.parse("2026-11-28T12:00:00Z"), Optional.of(Duration.ofDays(90))));
        ReadOptions options = new SourceSettings(
                        "{base}/{localpart}/Maildir/", "{base}/shared/{name}/{uid}/", Map.of(), MappingOptions.NONE)
                .readOptions(accounts, BASE);
        List<Finding> findings = new ArrayList<>();
        new SourceCheck(
                        List.of(Source.of(source)),
                        options,
                        site,
                        onRequest(),
                        LiveAccounts.none(),
                        findings::add,
                        new Silent())
                .run();
        return findings;
    }

    private static Map<String, Severity> onRequest() {
        return Rules.catalogue().stream().filter(Rule::onRequest).collect(Collectors.toMap(Rule::id, Rule::severity));
    }

    private static final class Silent implements Progress {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void step() {}
    }
}
