package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.Option;
import vmail.lookup.Lookup;
import vmail.reader.configuration.FilterTemplate;
import vmail.reader.configuration.LdapTable;
import vmail.reader.configuration.PostfixConfiguration;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;

/**
 * The ldap tables of main.cf, each by what it is for: what the lists of domains name answers {@link Lookup#DOMAIN}, and so on.
 * They must ask what {@link Lookup} asks, of our server, below our bases.
 */
final class PostfixTables {

    /** A table and what for it is asked. */
    record Use(Lookup lookup, LdapTable table) {}

    private static final String UUID = "entryUUID";

    private final PostfixConfiguration postfix;
    private final Settings settings;
    private final ServersAgree agree;
    private final boolean domainsAreLocal;
    private final List<Use> uses;

    private PostfixTables(
            PostfixConfiguration postfix,
            Settings settings,
            ServersAgree agree,
            boolean domainsAreLocal,
            List<Use> uses) {
        this.postfix = postfix;
        this.settings = settings;
        this.agree = agree;
        this.domainsAreLocal = domainsAreLocal;
        this.uses = uses;
    }

    static PostfixTables of(PostfixConfiguration postfix, Settings settings, ServersAgree agree) {
        List<LdapTable> local = postfix.ldapTables("mydestination");
        List<String> accounts = Stream.of("virtual_mailbox_maps", "virtual_alias_maps")
                .flatMap(name -> postfix.items(name).stream())
                .toList();
        List<LdapTable> virtual = postfix.ldapTables("virtual_mailbox_domains").stream()
                .filter(table -> !accounts.contains(table.name()))
                .toList();
        List<Use> uses = new ArrayList<>();
        Stream.concat(local.stream(), virtual.stream()).forEach(table -> uses.add(new Use(Lookup.DOMAIN, table)));
        postfix.ldapTables("virtual_alias_maps").forEach(table -> uses.add(new Use(Lookup.ALIAS, table)));
        postfix.ldapTables("virtual_mailbox_maps").forEach(table -> uses.add(new Use(Lookup.MAILBOX, table)));
        boolean domainsAreLocal = !local.isEmpty() || virtual.isEmpty();
        return new PostfixTables(postfix, settings, agree, domainsAreLocal, uses);
    }

    /** Whether mydestination has the domains (howto 2.3), as against virtual_mailbox_domains. */
    boolean domainsAreLocal() {
        return domainsAreLocal;
    }

    /** Each table once. */
    List<LdapTable> all() {
        Map<String, LdapTable> byName = new LinkedHashMap<>();
        uses.forEach(use -> byName.putIfAbsent(use.table.name(), use.table));
        return List.copyOf(byName.values());
    }

    /** Whether there is a table for each purpose. */
    List<Examination> lookedUp() {
        return List.of(
                lookedUp(
                        SurroundingsRule.POSTFIX_DOMAINS_LOOKED_UP,
                        Lookup.DOMAIN,
                        "mydestination",
                        "the accepted domains are not looked up in the directory: neither mydestination nor"
                                + " virtual_mailbox_domains names an ldap table",
                        "Add the table to mydestination: ldap:$config_directory/vmail/domains.cf (vmail render postfix writes it)"),
                lookedUp(
                        SurroundingsRule.POSTFIX_ALIASES_LOOKED_UP,
                        Lookup.ALIAS,
                        "virtual_alias_maps",
                        "virtual_alias_maps names no ldap table, so mail to an alias is refused",
                        "Add the table: ldap:$config_directory/vmail/aliases.cf (vmail render postfix writes it)"),
                lookedUp(
                        SurroundingsRule.POSTFIX_MAILBOXES_LOOKED_UP,
                        Lookup.MAILBOX,
                        "virtual_mailbox_maps",
                        "virtual_mailbox_maps names no ldap table, so no account has a store",
                        "Add the table: ldap:$config_directory/vmail/mailboxes.cf (vmail render postfix writes it)"));
    }

    private Examination lookedUp(
            SurroundingsRule rule, Lookup lookup, String parameter, String message, String remedy) {
        return uses.stream().anyMatch(use -> use.lookup == lookup)
                ? Examination.ok(rule, "by " + names(lookup))
                : Examination.problem(rule.finding(postfix.origin(parameter), message, remedy), rule);
    }

    private String names(Lookup lookup) {
        return String.join(
                ", ",
                uses.stream()
                        .filter(use -> use.lookup == lookup)
                        .map(use -> use.table.name())
                        .toList());
    }

    /** Whether they ask the right thing of the right server. */
    List<Examination> examine() {
        List<Examination> all = new ArrayList<>();
        all.add(each(SurroundingsRule.POSTFIX_MAP_SERVER, this::server));
        all.add(each(SurroundingsRule.POSTFIX_MAP_BASE, this::base));
        all.add(each(SurroundingsRule.POSTFIX_MAP_BIND, this::bind));
        all.add(each(SurroundingsRule.POSTFIX_MAP_FILTER, this::filter));
        all.add(each(SurroundingsRule.POSTFIX_DOMAIN_FILTER, this::domainFilter));
        all.add(each(SurroundingsRule.POSTFIX_MAP_RESULT, this::result));
        all.add(each(SurroundingsRule.POSTFIX_MAP_VERSION, this::version));
        all.add(storeDomain());
        all.addAll(new PostfixTrials(uses, agree).examine());
        return all;
    }

    private interface Look {
        Optional<Finding> at(Use use);
    }

    private Examination each(SurroundingsRule rule, Look look) {
        List<Finding> findings = uses.stream()
                .filter(use -> use.table.state() == LdapTable.State.READ)
                .flatMap(use -> look.at(use).stream())
                .distinct()
                .toList();
        if (findings.isEmpty()) {
            Optional<Use> unread = uses.stream()
                    .filter(use -> use.table.state() == LdapTable.State.UNREADABLE)
                    .findFirst();
            if (unread.isPresent()) {
                return Examination.unknown(rule, PostfixFiles.unreadable(unread.get().table));
            }
        }
        return Examination.of(rule, findings, "as the settings say");
    }

    private Optional<Finding> server(Use use) {
        LdapTable table = use.table;
        String hosts = table.value("server_host");
        if (agree.isOurs(hosts, table.value("server_port"))) {
            return Optional.empty();
        }
        String ours = settings.directory().orElseThrow().url().toString();
        return Optional.of(SurroundingsRule.POSTFIX_MAP_SERVER.finding(
                table.origin("server_host"),
                "%s asks %s, vmail writes to %s".formatted(table.name(), hosts, ours),
                "Write: %s = %s; if it is a replica of ours, --severity postfix-map-server=note"
                        .formatted(table.spelled("server_host"), ours)));
    }

    private Optional<Finding> base(Use use) {
        LdapTable table = use.table;
        Optional<DN> ours = use.lookup == Lookup.DOMAIN ? settings.systemBase() : settings.accountBase();
        String theirs = table.value("search_base");
        String scope = table.value("scope");
        if (ours.isEmpty() || (isSame(theirs, ours.get()) && scope.equals("sub"))) {
            return Optional.empty();
        }
        String key = scope.equals("sub") ? "search_base" : "scope";
        String wanted = scope.equals("sub") ? ours.get().toString() : "sub";
        return Optional.of(SurroundingsRule.POSTFIX_MAP_BASE.finding(
                table.origin(key),
                scope.equals("sub")
                        ? "%s searches below \"%s\", the settings say %s".formatted(table.name(), theirs, ours.get())
                        : "%s searches with scope %s, and finds nobody further below".formatted(table.name(), scope),
                "Write: %s = %s".formatted(table.spelled(key), wanted)));
    }

    private static boolean isSame(String text, DN ours) {
        try {
            return ours.equals(new DN(text));
        } catch (LDAPException e) {
            return false;
        }
    }

    private Optional<Finding> bind(Use use) {
        LdapTable table = use.table;
        boolean anonymousIsEnough = settings.bindDn().isEmpty();
        boolean binds = table.value("bind").matches("(?i)yes|simple|sasl");
        boolean named = !table.value("bind_dn").isEmpty() || table.value("bind").equalsIgnoreCase("sasl");
        if (anonymousIsEnough || (binds && named)) {
            return Optional.empty();
        }
        String key = binds ? "bind_dn" : "bind";
        return Optional.of(SurroundingsRule.POSTFIX_MAP_BIND.finding(
                table.origin(key),
                "%s does not bind (%s), and anonymous reads nothing"
                        .formatted(table.name(), binds ? "no bind_dn" : "bind = " + table.value("bind")),
                "Write: %s = %s"
                        .formatted(table.spelled(key), binds ? "ou=System,o=company, the DN that reads" : "yes")));
    }

    private Optional<Finding> filter(Use use) {
        return use.lookup == Lookup.DOMAIN ? Optional.empty() : difference(use, SurroundingsRule.POSTFIX_MAP_FILTER);
    }

    private Optional<Finding> domainFilter(Use use) {
        return use.lookup == Lookup.DOMAIN ? difference(use, SurroundingsRule.POSTFIX_DOMAIN_FILTER) : Optional.empty();
    }

    private Optional<Finding> difference(Use use, SurroundingsRule rule) {
        LdapTable table = use.table;
        String text = table.value("query_filter");
        Optional<String> wrong;
        try {
            wrong = wrong(use.lookup, new FilterTemplate(text));
        } catch (IllegalArgumentException e) {
            wrong = Optional.of("is no filter");
        }
        String wanted = use.lookup == Lookup.MAILBOX && aliasesLeadToUuids()
                ? "(&(entryUUID=%u)" + Lookup.RECEIVING + ")"
                : use.lookup.template();
        return wrong.map(what -> rule.finding(
                table.origin("query_filter"),
                "query_filter %s of %s %s".formatted(text, table.name(), what),
                "Write: %s = %s".formatted(table.spelled("query_filter"), wanted)));
    }

    private Optional<String> wrong(Lookup lookup, FilterTemplate filter) {
        return switch (lookup) {
            case DOMAIN -> Probe.difference(Probe.ofDomains(), lookup, filter);
            case ALIAS -> Probe.difference(Probe.ofAddresses(aliasesLeadToUuids(), true), lookup, filter);
            case MAILBOX ->
                aliasesLeadToUuids()
                        ? Probe.differenceByUuid(filter, storeDomains().get(0))
                        : Probe.difference(Probe.ofAddresses(true, false), lookup, filter);
            case LOGIN -> throw new AssertionError("Postfix knows no logins");
        };
    }

    private boolean aliasesLeadToUuids() {
        return !storeDomains().isEmpty();
    }

    /** Of tables whose result is {@code %s@domain}: one mail address can then belong to several accounts. */
    private List<String> storeDomains() {
        return uses.stream()
                .filter(use -> use.lookup == Lookup.ALIAS)
                .filter(use -> use.table.value("result_attribute").equalsIgnoreCase(UUID))
                .map(use -> use.table.value("result_format"))
                .filter(format -> format.startsWith("%s@"))
                .map(format -> format.substring("%s@".length()))
                .toList();
    }

    private Optional<Finding> result(Use use) {
        LdapTable table = use.table;
        String attribute = table.value("result_attribute");
        String format = table.value("result_format");
        boolean leadsToUuid =
                use.lookup == Lookup.ALIAS && attribute.equalsIgnoreCase(UUID) && format.startsWith("%s@");
        boolean right = attribute.equalsIgnoreCase(use.lookup.resultAttribute())
                && (format.equals("%s") || use.lookup == Lookup.DOMAIN);
        if (right || leadsToUuid) {
            return Optional.empty();
        }
        boolean ofFormat = attribute.equalsIgnoreCase(use.lookup.resultAttribute());
        String key = ofFormat ? "result_format" : "result_attribute";
        return Optional.of(SurroundingsRule.POSTFIX_MAP_RESULT.finding(
                table.origin(key),
                "%s of %s is %s".formatted(key, table.name(), ofFormat ? format : attribute),
                "Write: %s = %s".formatted(table.spelled(key), ofFormat ? "%s" : use.lookup.resultAttribute())));
    }

    private Optional<Finding> version(Use use) {
        LdapTable table = use.table;
        return table.value("version").equals("3")
                ? Optional.empty()
                : Optional.of(SurroundingsRule.POSTFIX_MAP_VERSION.finding(
                        table.origin("version"),
                        "%s speaks LDAP version %s, which slapd refuses unless it has allow bind_v2"
                                .formatted(table.name(), table.value("version")),
                        "Write: %s = 3".formatted(table.spelled("version"))));
    }

    private Examination storeDomain() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_STORE_DOMAIN;
        if (!aliasesLeadToUuids()) {
            return settings.mailShared()
                    ? notShared(rule)
                    : Examination.skipped(rule, "aliases lead to mail addresses");
        }
        List<Finding> findings = new ArrayList<>();
        for (String domain : storeDomains()) {
            if (!postfix.items("mydestination").contains(domain)) {
                findings.add(rule.finding(
                        postfix.origin("mydestination"),
                        "aliases lead to %s, which is not in mydestination, so that mail would leave this host"
                                .formatted(domain),
                        "Add %s to mydestination".formatted(domain)));
            }
            uses.stream()
                    .filter(use -> use.lookup == Lookup.MAILBOX
                            && !use.table.value("domain").isEmpty())
                    .filter(use ->
                            !List.of(use.table.value("domain").split("[\\s,]+")).contains(domain))
                    .forEach(use -> findings.add(rule.finding(
                            use.table.origin("domain"),
                            "%s answers for %s only, aliases lead to %s"
                                    .formatted(use.table.name(), use.table.value("domain"), domain),
                            "Write: %s = %s".formatted(use.table.spelled("domain"), domain))));
        }
        return Examination.of(rule, findings, String.join(", ", storeDomains()));
    }

    /** The settings promise what Postfix does not do. */
    private Examination notShared(SurroundingsRule rule) {
        return Examination.problem(
                rule.finding(
                        new Option("--share-mail"),
                        "it says that accounts may share a mail address, but aliases lead to mail addresses, so that mail is lost",
                        "Leave it out, or write the tables anew: vmail render postfix --share-mail"),
                rule);
    }
}
