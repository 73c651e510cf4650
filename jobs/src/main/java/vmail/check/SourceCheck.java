package vmail.check;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.Origin;
import vmail.account.RecordKind;
import vmail.account.SetAside;
import vmail.account.Unreadable;
import vmail.account.Unreadable.Problem;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.source.AccountReader;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.rule.DirectoryCheck;
import vmail.rule.DomainCheck;
import vmail.rule.Finding;
import vmail.rule.ReadableRecord;
import vmail.rule.RuleContext;
import vmail.rule.Rules;
import vmail.rule.RunRule;
import vmail.rule.Severity;
import vmail.store.SharedAccounts;

/**
 * Reads all sources twice and judges every record.
 *
 * <p>The first pass learns what rules need to know of all records: accepted domains, shared accounts, what is claimed twice.
 * The second judges. What the directory holds already takes part, except entries that a source redefines.
 */
public final class SourceCheck {

    private final List<Source> sources;
    private final ReadOptions options;
    private final RuleContext site;
    private final Map<String, Severity> severities;
    private final LiveAccounts live;
    private long existing;
    private final Consumer<Finding> out;
    private final Progress progress;

    private final Rejects rejects;
    private final DirectoryCheck accounts;
    private final List<Candidate> containers = new ArrayList<>();
    private final TreeSet<String> sourceDomains = new TreeSet<>();
    private final Set<DN> sharedRead = new HashSet<>();
    private final Set<DN> sharedAccepted = new HashSet<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Set<String> foreign;
    private long errors;
    private Optional<DN> sourceSystemBase = Optional.empty();

    /** @param site whose domains are told by sources and directory */
    public SourceCheck(
            List<Source> sources,
            ReadOptions options,
            RuleContext site,
            Map<String, Severity> severities,
            LiveAccounts live,
            Consumer<Finding> out,
            Progress progress) {
        this.sources = sources;
        this.options = options;
        this.site = site;
        this.severities = severities;
        this.live = live;
        this.out = out;
        this.progress = progress;
        this.foreign = sources.stream()
                .filter(source -> source.mapping().isPresent())
                .map(Source::name)
                .collect(Collectors.toSet());
        this.rejects = new Rejects(sources.stream().map(Source::name).toList());
        this.accounts = rules(AcceptedDomains.unknown()).directoryCheck();
    }

    /**
     * Reads everything and gives every finding to the consumer, those of one record in a row, clashes last.
     *
     * @throws IncompleteRead when the directory could not be read completely: then nothing is certain
     */
    public CheckedSources run() throws IOException, IncompleteRead {
        progress.phase("reading", 0);
        learn();
        AcceptedDomains domains = domains();
        Rules rules = rules(domains);
        progress.phase("checking", tally.recordsRead());
        judge(rules);
        int before = rejects.size();
        accounts.finish(this::report);
        judgeDomains(rules);
        if (rejects.size() > before) {
            recount();
        }
        containers.sort(Comparator.comparingInt(entry -> entry.parsedDn().getRDNs().length));
        return new CheckedSources(
                sources,
                options,
                tally.counts(sourceDomains, rejects.size()),
                tally.losses(),
                List.copyOf(notes),
                rejects,
                containers,
                domains,
                shared(),
                existing);
    }

    private void learn() throws IOException, IncompleteRead {
        forEachInput(input -> {
            tally.read();
            if (input instanceof Candidate candidate) {
                learn(candidate);
            } else if (input instanceof Unreadable unreadable) {
                unreadable.rest().filter(Candidate::isAccount).ifPresent(this::learnAccount);
            } else if (input instanceof SetAside aside) {
                learn(aside);
            }
        });
        live.forEach(account -> {
            existing++;
            accounts.first(account);
        });
    }

    private void learn(Candidate candidate) {
        switch (candidate.kind()) {
            case PERSONAL, SHARED -> learnAccount(candidate);
            case DOMAIN -> {
                tally.skipped();
                containers.add(candidate);
                sourceSystemBase = sourceSystemBase.or(
                        () -> Optional.ofNullable(candidate.parsedDn().getParent()));
                candidate
                        .values("associatedDomain")
                        .forEach(domain -> sourceDomains.add(domain.strip().toLowerCase(Locale.ROOT)));
            }
            case CONTAINER -> {
                tally.skipped();
                containers.add(candidate);
            }
            case LIST -> tally.lost();
            case OTHER -> tally.skipped();
        }
    }

    /** Domains of an older system are not those of this one, which Postfix asks the directory for. */
    private void learn(SetAside aside) {
        if (aside.kind() == SetAside.Kind.SKIPPED) {
            tally.skipped();
        } else {
            tally.lost();
        }
        aside.domains().forEach(tally::domain);
    }

    private void learnAccount(Candidate account) {
        accounts.first(account);
        if (account.kind() == RecordKind.SHARED) {
            sharedRead.add(account.parsedDn());
        }
    }

    private AcceptedDomains domains() throws IncompleteRead {
        AcceptedDomains known = live.domains();
        if (!known.known() && sourceDomains.isEmpty()) {
            return known;
        }
        Set<String> all = new TreeSet<>(known.names());
        all.addAll(sourceDomains);
        return AcceptedDomains.of(all, known.systemBase().or(() -> sourceSystemBase));
    }

    /** Not among those that keep records back: the accounts of a domain that Postfix will not find are kept back themselves. */
    private void judgeDomains(Rules rules) {
        DomainCheck domains = rules.domainCheck(accounts);
        containers.stream().filter(entry -> entry.kind() == RecordKind.DOMAIN).forEach(domains::add);
        domains.finish(out);
    }

    private void judge(Rules rules) throws IOException, IncompleteRead {
        ReadableRecord readable = new ReadableRecord();
        forEachInput(input -> {
            if (input instanceof Unreadable unreadable) {
                readable.findings(unreadable).forEach(finding -> reportFor(unreadable.origin(), finding));
                unreadable.rest().ifPresent(rest -> judgeRest(rules, rest));
            } else if (input instanceof Candidate candidate) {
                judge(rules, candidate);
            } else if (input instanceof SetAside aside) {
                LossFindings.of(aside).forEach(out);
            }
        });
        live.forEach(entry -> accounts.second(entry, this::report));
    }

    private void judge(Rules rules, Candidate candidate) {
        if (candidate.kind() == RecordKind.LIST) {
            out.accept(RunRule.LIST_PLACED.finding(
                    candidate.origin(),
                    candidate.dn(),
                    "is a group or list that gets mail at " + candidate.values("mail")
                            + "; there are none in this set-up",
                    "Give its address to each member as mailAlternateAddress, or to one shared account"));
        }
        if (candidate.isAccount()) {
            long before = errors;
            rules.judge(candidate).forEach(this::report);
            accounts.second(candidate, this::report);
            if (errors == before) {
                accept(candidate);
            }
            LossFindings.of(candidate).forEach(out);
        }
    }

    /** The password is what most often makes a record unreadable: that it is missing from the rest is no second finding. */
    private void judgeRest(Rules rules, Candidate rest) {
        if (rest.isAccount()) {
            rules.judge(rest).stream()
                    .filter(finding -> !finding.rule().equals("password-present"))
                    .forEach(this::report);
            accounts.second(rest, this::report);
        }
    }

    private void recount() throws IOException {
        tally.forgetAccounts();
        sharedAccepted.clear();
        try (AcceptedRecords records = new AcceptedRecords(sources, options, rejects)) {
            for (Candidate account = records.read(); account != null; account = records.read()) {
                accept(account);
            }
        }
    }

    private void accept(Candidate account) {
        tally.accepted(account);
        if (foreign.contains(Rejects.sourceOf(account.origin()))) {
            tally.domainsOf(account);
        }
        if (account.kind() == RecordKind.SHARED) {
            sharedAccepted.add(account.parsedDn());
        }
    }

    /** Nobody is subscribed to a folder whose record is rejected. */
    private SharedAccounts shared() {
        SharedAccounts shared = accounts.shared();
        sharedRead.stream().filter(dn -> !sharedAccepted.contains(dn)).forEach(shared::remove);
        return shared;
    }

    private void report(Finding finding) {
        reportFor(finding.origin(), finding);
    }

    /** @param record where the record starts, which a finding on one of its lines does not tell */
    private void reportFor(Origin record, Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors++;
        }
        rejects.add(finding, RecordLines.lineOf(record));
        out.accept(finding);
    }

    private Rules rules(AcceptedDomains domains) {
        return Rules.of(site.with(domains), severities);
    }

    private void forEachInput(Consumer<Input> consumer) throws IOException {
        notes.clear();
        for (Source source : sources) {
            try (AccountReader reader = source.open(options)) {
                for (Input input = reader.read(); input != null; input = reader.read()) {
                    consumer.accept(input);
                    progress.step();
                }
                notes.addAll(reader.notes());
            }
        }
    }
}
