package vmail.check;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vmail.account.AcceptedDomains;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.MailStore;
import vmail.reader.directory.AccountSearchReader;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.directory.SystemLeafReader;
import vmail.reader.disk.StoreInspector;
import vmail.reader.disk.StoreWalker;
import vmail.report.audit.AuditVerdict;
import vmail.report.audit.StoreAuditor;
import vmail.rule.DirectoryCheck;
import vmail.rule.Finding;
import vmail.rule.MailSchema;
import vmail.rule.RuleContext;
import vmail.rule.Rules;
import vmail.settings.Settings;
import vmail.store.StoreLayout;

/**
 * Compares the directory with the disk, both directions, and judges every account of the directory by all rules. Writes
 * nothing.
 *
 * <p>The directory is read twice: once to learn what all accounts claim, once to judge. Where it can not be read completely
 * the verdict is inconclusive and nothing is said about accounts or the disk.
 */
public final class DirectoryAudit {

    private final Settings settings;
    private final LDAPInterface directory;
    private final Consumer<Finding> out;
    private final Progress progress;
    private final StoreInspector inspector;
    private final StoreAuditor auditor;
    private long accounts;
    private long findings;

    public DirectoryAudit(Settings settings, LDAPInterface directory, Consumer<Finding> out, Progress progress) {
        this.settings = settings;
        this.directory = directory;
        this.out = out;
        this.progress = progress;
        this.inspector = new StoreInspector(settings.mailBase(), settings.owner());
        this.auditor = new StoreAuditor(settings.mailBase());
    }

    public AuditVerdict run() {
        auditor.base(inspector.inspectBase(), this::report);
        try {
            judgeAccounts();
            progress.phase("walking the disk", 0);
            new StoreWalker(settings.mailBase(), object -> {
                        progress.step();
                        auditor.disk(object, this::report);
                    })
                    .walk();
        } catch (IncompleteRead e) {
            auditor.directoryIncomplete(String.valueOf(e.getMessage()));
        }
        AuditVerdict verdict = auditor.verdict();
        boolean clean = verdict.kind() == AuditVerdict.Kind.CLEAN && findings > 0;
        return clean ? new AuditVerdict(AuditVerdict.Kind.FINDINGS, List.of()) : verdict;
    }

    private void judgeAccounts() throws IncompleteRead {
        AccountSearchReader reader =
                new AccountSearchReader(directory, settings.accountBase().orElseThrow(), settings.bindDn());
        RuleContext context = new RuleContext(
                settings.mailBase(), settings.accountBase(), domains(), MailSchema.schema(), settings.mailShared());
        Rules rules = Rules.of(context, settings.severities());
        DirectoryCheck all = rules.directoryCheck();
        StoreOnDisk onDisk = new StoreOnDisk(settings.mailBase());
        progress.phase("reading the directory", 0);
        reader.forEach(candidate -> {
            progress.step();
            accounts++;
            all.first(candidate);
        });
        StoreLayout layout = new StoreLayout(settings.mailBase(), all.shared());
        progress.phase("comparing accounts with the disk", accounts);
        reader.forEach(candidate -> {
            progress.step();
            rules.judge(candidate).forEach(finding -> report(onDisk.seen(finding, candidate)));
            all.second(candidate, this::report);
            compare(candidate, layout);
        });
        all.finish(this::report);
    }

    private void compare(Candidate candidate, StoreLayout layout) {
        Optional<Account> account = Account.of(candidate, settings.mailBase());
        if (account.isPresent()) {
            auditor.account(account.get(), layout.of(account.get()), inspector::inspect, this::report);
            return;
        }
        // rules have said what is wrong with the entry; what it has on disk is not without an owner
        candidate.values("mailMessageStore").stream()
                // a slash that is missing makes no orphan
                .flatMap(value -> Stream.of(value, value + "/", "/" + value))
                .flatMap(value -> MailStore.of(value, settings.mailBase()).stream())
                .forEach(auditor::known);
    }

    private AcceptedDomains domains() throws IncompleteRead {
        return settings.systemBase().isEmpty()
                ? AcceptedDomains.unknown()
                : new SystemLeafReader(directory, settings.systemBase().get(), settings.bindDn()).read();
    }

    private void report(Finding finding) {
        findings++;
        out.accept(finding);
    }

    /** Accounts of the directory, after {@link #run}. */
    public long accounts() {
        return accounts;
    }
}
