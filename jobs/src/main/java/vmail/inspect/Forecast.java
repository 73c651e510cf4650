package vmail.inspect;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.AcceptedDomains;
import vmail.account.MailBase;
import vmail.check.CheckedSources;
import vmail.check.LiveAccounts;
import vmail.check.Progress;
import vmail.check.SourceCheck;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.reader.source.UnusableSource;
import vmail.report.run.Counts;
import vmail.rule.MailSchema;
import vmail.rule.RuleContext;
import vmail.rule.Severity;

/**
 * What a check of the files would give, without a directory.
 *
 * @param counts empty when they could not be checked
 * @param errors by rule
 * @param losses as sentences
 * @param obstacle why they could not be checked; empty when they could
 */
public record Forecast(Optional<Counts> counts, Tallied errors, long warnings, List<String> losses, String obstacle) {

    private static final int MOST_RULES = 200;

    /** @param sources with their profiles */
    public static Forecast of(
            List<Source> sources,
            ReadOptions options,
            MailBase base,
            Map<String, Severity> severities,
            Progress progress)
            throws IOException {
        Tallied errors = new Tallied(MOST_RULES);
        Map<Severity, Long> all = new EnumMap<>(Severity.class);
        SourceCheck check = new SourceCheck(
                sources,
                options,
                new RuleContext(base, options.accountBase(), AcceptedDomains.unknown(), MailSchema.schema()),
                severities,
                LiveAccounts.none(),
                finding -> {
                    Severity severity = severities.getOrDefault(finding.rule(), finding.severity());
                    all.merge(severity, 1L, Long::sum);
                    if (severity == Severity.ERROR) {
                        errors.add(finding.rule());
                    }
                },
                progress);
        try {
            CheckedSources checked = check.run();
            List<String> losses = checked.losses().entrySet().stream()
                    .map(each -> each.getKey().sentence(each.getValue()))
                    .toList();
            return new Forecast(
                    Optional.of(checked.counts()), errors, all.getOrDefault(Severity.WARNING, 0L), losses, "");
        } catch (UnusableSource e) {
            return new Forecast(Optional.empty(), errors, 0, List.of(), String.valueOf(e.getMessage()));
        } catch (IncompleteRead e) {
            throw new AssertionError("there is no directory to read", e);
        }
    }
}
