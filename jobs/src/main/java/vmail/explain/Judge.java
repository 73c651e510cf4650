package vmail.explain;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.account.AcceptedDomains;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.MailStore;
import vmail.account.PersonalAccount;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.directory.SystemLeafReader;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.StoreInspector;
import vmail.report.audit.StoreAuditor;
import vmail.rule.DirectoryCheck;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.MailSchema;
import vmail.rule.RuleContext;
import vmail.rule.Rules;
import vmail.rule.StoreRule;
import vmail.settings.Settings;
import vmail.store.DiskObject;
import vmail.store.Errno;
import vmail.store.StoreLayout;
import vmail.store.SubscriptionLines;

/** Judges single accounts by all rules, as check and audit judge all of them: same rules, same words. */
final class Judge {

    private final Settings settings;
    private final AccountLookup directory;
    private final DiskLook disk;
    private final Rules rules;
    private final Map<DN, Judgement> known = new HashMap<>();

    Judge(Settings settings, AccountLookup directory, DiskLook disk) throws IncompleteRead {
        this.settings = settings;
        this.directory = directory;
        this.disk = disk;
        this.rules = Rules.of(
                new RuleContext(settings.mailBase(), settings.accountBase(), domains(directory), MailSchema.schema()),
                settings.severities());
    }

    private static AcceptedDomains domains(AccountLookup directory) throws IncompleteRead {
        return directory.systemBase().isEmpty()
                ? AcceptedDomains.unknown()
                : new SystemLeafReader(
                                directory.connection(), directory.systemBase().get(), directory.bindDn())
                        .read();
    }

    Judgement of(Candidate account) throws IncompleteRead {
        Judgement before = known.get(account.parsedDn());
        if (before != null) {
            return before;
        }
        Judgement judgement = judge(account);
        known.put(account.parsedDn(), judgement);
        return judgement;
    }

    private Judgement judge(Candidate candidate) throws IncompleteRead {
        List<Candidate> all = new Neighbours(directory, settings.mailBase()).of(candidate);
        List<Finding> findings = new ArrayList<>(rules.judge(candidate));
        DirectoryCheck together = rules.directoryCheck();
        all.forEach(together::first);
        all.forEach(each -> together.second(each, findings::add));
        together.finish(findings::add);
        findings.removeIf(finding -> !finding.dn().equals(candidate.dn()));

        StoreAuditor auditor = new StoreAuditor(settings.mailBase());
        Optional<Account> account = Account.of(candidate, settings.mailBase());
        List<String> unseen = new ArrayList<>();
        Consumer<Finding> out = finding -> findings.add(
                finding.withSeverity(settings.severities().getOrDefault(finding.rule(), finding.severity())));
        StoreInspector inspector = new StoreInspector(settings.mailBase(), settings.owner());
        auditor.base(inspector.inspectBase(), out);
        if (account.isPresent()) {
            StoreLayout layout = new StoreLayout(settings.mailBase(), together.shared());
            auditor.account(account.get(), layout.of(account.get()), inspector::inspect, out);
            all.stream().skip(1).forEach(other -> allow(other, auditor));
            subscriptions(account.get(), auditor, out, unseen);
        }
        unseen.addAll(auditor.verdict().reasons());
        return new Judgement(
                candidate, account, findings.stream().filter(this::matters).toList(), unseen);
    }

    /** An inactive shared account is none that can be subscribed to; whose lines lead there can not be told. */
    private void allow(Candidate other, StoreAuditor auditor) {
        if (Account.of(other, settings.mailBase())
                .filter(account -> account.status() != AccountStatus.INACTIVE)
                .isEmpty()) {
            other.values("mailMessageStore").stream()
                    .flatMap(value -> MailStore.of(value, settings.mailBase()).stream())
                    .forEach(auditor::known);
        }
    }

    private void subscriptions(Account account, StoreAuditor auditor, Consumer<Finding> out, List<String> unseen) {
        if (!(account instanceof PersonalAccount) || account.status() != AccountStatus.ACTIVE) {
            return;
        }
        Path file = account.store().path().resolve("shared-maildirs");
        if (disk.at(account.store().path()).kind() != vmail.reader.disk.Place.Kind.DIRECTORY) {
            return;
        }
        try {
            for (SubscriptionLines.Line line : disk.subscriptions(file).lines()) {
                auditor.disk(new DiskObject(DiskObject.Kind.SUBSCRIPTION, file, line.text()), out);
            }
        } catch (java.io.IOException e) {
            unseen.add(file + ": " + Errno.words(e));
        }
    }

    private boolean matters(Finding finding) {
        return finding.effect() != Effect.NONE && finding.severity().compareTo(settings.threshold()) >= 0;
    }

    /** A finding on something that only an explanation looks at, with the severity the site has chosen. */
    Finding finding(StoreRule rule, Candidate account, String message, String remedy) {
        Finding finding = rule.finding(account.origin(), account.dn(), message, remedy);
        return finding.withSeverity(settings.severities().getOrDefault(finding.rule(), finding.severity()));
    }
}
