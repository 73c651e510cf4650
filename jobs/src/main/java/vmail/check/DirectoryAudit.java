package vmail.check;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vmail.account.AcceptedDomains;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.MailStore;
import vmail.account.PersonalAccount;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.AccountSearchReader;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.directory.SystemLeafReader;
import vmail.reader.disk.StoreInspector;
import vmail.report.audit.AuditVerdict;
import vmail.report.audit.StoreAuditor;
import vmail.report.audit.StorePaths;
import vmail.report.run.FolderAccess;
import vmail.rule.DirectoryCheck;
import vmail.rule.Finding;
import vmail.rule.LongSet;
import vmail.rule.Rules;
import vmail.settings.AuditOptions;
import vmail.settings.Settings;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;
import vmail.store.Subscription;

/**
 * Compares the directory with the disk, both directions, and judges every account of the directory by all rules. Writes
 * nothing.
 *
 * <p>The directory is read once to learn what all accounts claim; then the disk is walked; then the directory is read again, each
 * account is judged, and where the walk has not seen its stores as they must be they are looked at once more, after a while. Where
 * the directory can not be read completely the verdict is inconclusive and nothing is said about accounts or the disk.
 */
public final class DirectoryAudit {

    private final Settings settings;
    private final AuditOptions options;
    private final LDAPInterface directory;
    private final Consumer<Finding> out;
    private final Progress progress;
    private final StoreInspector inspector;
    private final StoreAuditor auditor;
    private final AuditFacts facts;
    private final AccessCount access = new AccessCount();
    private final Optional<DeepAudit> messages;
    private final EntryVersions versions = new EntryVersions();
    private final LongSet inScope = new LongSet();
    private StorePaths paths = StorePaths.NOBODY;
    private long findings;

    /** Of everything, as the settings have it. */
    public DirectoryAudit(
            Settings settings,
            AuditOptions options,
            LDAPInterface directory,
            Consumer<Finding> out,
            Progress progress) {
        this.settings = settings;
        this.options = options;
        this.directory = directory;
        this.out = out;
        this.progress = progress;
        this.inspector = new StoreInspector(settings.mailBase(), settings.owner());
        this.auditor = new StoreAuditor(settings.mailBase());
        this.facts = new AuditFacts();
        this.messages = options.deep().map(deep -> new DeepAudit(settings, deep, options.clock()));
    }

    /** Tells somebody what is seen of paths without findings. */
    public DirectoryAudit telling(StorePaths somebody) {
        paths = somebody;
        return this;
    }

    public AuditVerdict run() {
        auditor.base(inspector.inspectBase(), this::report);
        if (!auditor.hasBase()) {
            seeNothing();
        }
        try {
            judge();
        } catch (IncompleteRead e) {
            auditor.directoryIncomplete(String.valueOf(e.getMessage()));
            seeNothing();
        }
        AuditVerdict verdict = auditor.verdict();
        return verdict.kind() == AuditVerdict.Kind.INCONCLUSIVE
                ? verdict
                : new AuditVerdict(
                        findings > 0 ? AuditVerdict.Kind.FINDINGS : AuditVerdict.Kind.CLEAN, verdict.reasons());
    }

    /** Not everything below the mail base will be told of. */
    private void seeNothing() {
        paths.unseen(settings.mailBase().path());
    }

    private void judge() throws IncompleteRead {
        Rules rules = Rules.of(settings.ruleContext(domains(), options.clock().instant()), settings.severities());
        DirectoryCheck all = rules.directoryCheck();
        StoreLayout layout = new StoreLayout(settings.mailBase(), all.shared());
        learn(all, layout);

        AccountLookup lookup = new AccountLookup(
                directory, settings.accountBase().orElseThrow(), settings.systemBase(), settings.bindDn());
        DiskSide disk = new DiskSide(settings, options, auditor, lookup, progress, facts, paths);
        disk.walk(this::report);
        List<String> odd =
                options.scope().isAll() ? new BaselineGuard(options.baseline()).reasons(facts.all()) : List.of();
        if (!odd.isEmpty()) {
            // everything would look wrong: nothing is said but why
            odd.forEach(auditor::inconclusive);
            seeNothing();
            return;
        }
        AccountLooks looks = new AccountLooks(settings, options, auditor, inspector, progress, this::report, paths);
        judgeAccounts(rules, all, layout, looks);
        looks.tellReused(facts.accounts());
        disk.settle(looks, this::report);
        messages.ifPresent(deep -> deep.run(progress, this::report, auditor::inconclusive));
    }

    /** What all accounts claim, and what they want on disk. */
    private void learn(DirectoryCheck all, StoreLayout layout) throws IncompleteRead {
        progress.phase("reading the directory", 0);
        reader().forEach(candidate -> {
            progress.step();
            facts.count(candidate);
            versions.add(candidate);
            all.first(candidate);
            expect(candidate, layout);
        });
    }

    private void expect(Candidate candidate, StoreLayout layout) {
        Account.of(candidate, settings.mailBase())
                .ifPresentOrElse(
                        account -> auditor.expect(account, layout.of(account)),
                        () -> storesOf(candidate).forEach(auditor::known));
    }

    private void judgeAccounts(Rules rules, DirectoryCheck all, StoreLayout layout, AccountLooks looks)
            throws IncompleteRead {
        StoreOnDisk onDisk = new StoreOnDisk(settings.mailBase());
        progress.phase("judging accounts", facts.accounts());
        reader().forEach(candidate -> {
            progress.step();
            if (!versions.contains(candidate)) {
                // in the middle of being changed: what it wants on disk is known, judged it is the next time
                expect(candidate, layout);
                facts.changed();
                return;
            }
            boolean covered = covered(candidate);
            all.second(candidate, covered ? this::report : finding -> {});
            if (covered) {
                rules.judge(candidate).forEach(finding -> report(onDisk.seen(finding, candidate)));
                Account.of(candidate, settings.mailBase()).ifPresent(account -> {
                    compare(candidate, account, layout.of(account), looks);
                    if (account instanceof PersonalAccount person) {
                        access.add(person, all::isShared);
                    }
                });
            }
        });
        facts.set(FolderAccess.READERS, access.readers());
        facts.set(FolderAccess.READ_FOLDERS, access.folders());
        all.finish(finding -> {
            if (options.scope().isAll() || inScope.contains(EntryVersions.hash(finding.dn()))) {
                report(finding);
            }
        });
        if (options.scope().isAll()) {
            new SystemLeafAudit(settings, directory, rules).run(all, this::report);
        }
    }

    private boolean covered(Candidate candidate) {
        boolean covered = options.scope().covers(candidate);
        if (covered && !options.scope().isAll()) {
            inScope.add(EntryVersions.hash(candidate.dn()));
        }
        return covered;
    }

    private void compare(Candidate candidate, Account account, List<StoreItem> items, AccountLooks looks) {
        looks.newStore(candidate, account);
        messages.ifPresent(deep -> deep.add(candidate, account));
        if (auditor.needsLook(items)) {
            looks.add(candidate, account, items);
        } else if (auditor.hasBase()) {
            items.stream().filter(item -> !(item instanceof Subscription)).forEach(item -> paths.sound(item.path()));
        }
    }

    private AccountSearchReader reader() {
        return new AccountSearchReader(directory, settings.accountBase().orElseThrow(), settings.bindDn());
    }

    /** The stores that an entry names which is no usable account: rules say what is wrong, what it has on disk is no orphan. */
    private Stream<MailStore> storesOf(Candidate candidate) {
        return candidate.values("mailMessageStore").stream()
                // a slash that is missing makes no orphan
                .flatMap(value -> Stream.of(value, value + "/", "/" + value))
                .flatMap(value -> MailStore.of(value, settings.mailBase()).stream());
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
        return facts.accounts();
    }

    /** Who may read which shared folder, after {@link #run}; as far as the directory was read. */
    public List<FolderAccess> access() {
        return access.access();
    }

    /** What was counted, for the next audit to compare itself with. */
    public Map<String, Long> facts() {
        return facts.all();
    }
}
