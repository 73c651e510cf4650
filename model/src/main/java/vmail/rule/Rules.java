package vmail.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vmail.account.Candidate;
import vmail.account.Unreadable;

/** All rules of a site, with the severities the site has chosen. */
public final class Rules {

    private final RuleContext context;
    private final List<EntryRule> entryRules;
    private final Map<String, Severity> severities;

    private Rules(RuleContext context, Map<String, Severity> severities) {
        this.context = context;
        this.entryRules = entryRules(context);
        this.severities = Map.copyOf(severities);
    }

    /**
     * @param severities by rule id, in place of the rule's own
     * @throws IllegalArgumentException naming the nearest id where one is unknown
     */
    public static Rules of(RuleContext context, Map<String, Severity> severities) {
        List<String> ids = catalogue().stream().map(Rule::id).toList();
        for (String id : severities.keySet()) {
            if (!ids.contains(id)) {
                throw new IllegalArgumentException("no rule " + id + "; did you mean " + nearest(id) + "?");
            }
        }
        return new Rules(context, severities);
    }

    /** The id that somebody meant who mistyped one. */
    public static String nearest(String id) {
        return Spelling.nearest(id, catalogue().stream().map(Rule::id).toList());
    }

    /** What one account alone breaks. For {@link Candidate#isAccount accounts} only. */
    public List<Finding> judge(Candidate candidate) {
        return entryRules.stream()
                .flatMap(rule -> rule.check(candidate).stream())
                .map(this::withChosenSeverity)
                .toList();
    }

    /** Why a record could not be read. */
    public List<Finding> judge(Unreadable unreadable) {
        return new ReadableRecord()
                .findings(unreadable).stream().map(this::withChosenSeverity).toList();
    }

    /** For what all accounts together break; a new one for each run. */
    public DirectoryCheck directoryCheck() {
        return new DirectoryCheck(context.base(), directoryRules(context), this::withChosenSeverity);
    }

    /**
     * For what the entries of the system leaf break; a new one for each run.
     *
     * @param accounts of this very run, all of which it has seen when the domains are judged
     */
    public DomainCheck domainCheck(DirectoryCheck accounts) {
        List<DomainRule> judged = domainRules().stream()
                .filter(rule -> !rule.onRequest() || severities.containsKey(rule.id()))
                .toList();
        return new DomainCheck(judged, accounts.addresses(), context.systemBase(), this::withChosenSeverity);
    }

    /** Every rule there is. */
    public static List<Rule> catalogue() {
        RuleContext howto = RuleContext.ofHowto();
        List<Rule> rules = new ArrayList<>();
        rules.add(new ReadableRecord());
        rules.addAll(entryRules(howto));
        rules.addAll(directoryRules(howto));
        rules.addAll(domainRules());
        rules.addAll(List.of(StoreRule.values()));
        rules.addAll(List.of(MailRule.values()));
        rules.addAll(List.of(RunRule.values()));
        rules.addAll(List.of(SurroundingsRule.values()));
        return List.copyOf(rules);
    }

    private static List<EntryRule> entryRules(RuleContext context) {
        return List.of(
                new RequiredAttributes(),
                new SingleMail(context.mailShared()),
                new AddressWellFormed(),
                new AcceptedDomain(context.domains()),
                new KnownStatus(),
                new StoreWellFormed(context.base()),
                new PersonalStorePlace(context.base()),
                new SharedStorePlace(context.base()),
                new FolderNames(),
                new BoxNotUid(),
                new BoxesOnSharedOnly(),
                new SharedNick(),
                new SeeAlsoOnPersonalOnly(),
                new SeeAlsoIsDn(),
                new PasswordPresent(),
                new UsablePassword(),
                new PortablePassword(),
                new ClearTextPassword(),
                new BareCryptPassword(),
                new VisibleNames(),
                new NamingValue(),
                new OuMatchesDn(),
                new BelowAccountBase(context.accountBase()),
                new ValidBySchema(context.schema()),
                new IgnoredAttributes(),
                new AliasNotOwnMail(),
                new PasswordOnPersonalOnly(),
                new SingleCn(),
                new OwnerIds(context.owner()),
                new PurgeDateAhead(context.base(), context.deadlines()),
                new InactiveNotForLong(context.deadlines()));
    }

    private static List<DirectoryRule> directoryRules(RuleContext context) {
        return List.of(
                new UniqueDn(),
                new UniqueUid(),
                new UniqueMail(context.mailShared()),
                new MailNotAlias(context.mailShared()),
                new SharedAlias(),
                new UniqueStore(),
                new StoreNotNested(),
                new SeeAlsoExists(),
                new SeeAlsoShared(),
                new SharedHasReaders(),
                new UniqueNick(),
                new SharedFoldersApart(),
                new OwnSharedMaildir(),
                new AddressNotTakenOver(),
                new UniqueStoreByCase(),
                new OwnPassword());
    }

    private static List<DomainRule> domainRules() {
        return List.of(
                new DomainWellFormed(),
                new UniqueDomain(),
                new DomainMatchesDn(),
                new DomainObjectClass(),
                new DomainBelowSystemBase(),
                new DomainInUse(),
                new PostmasterPresent());
    }

    private Finding withChosenSeverity(Finding finding) {
        Severity chosen = severities.get(finding.rule());
        return chosen == null ? finding : finding.withSeverity(chosen);
    }
}
