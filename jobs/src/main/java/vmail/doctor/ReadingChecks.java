package vmail.doctor;

import com.unboundid.ldap.sdk.CompareRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vmail.account.LdapText;
import vmail.account.LiveEntry;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;

/** Whether all that vmail needs to read can be read, as the DN of the settings. */
final class ReadingChecks {

    static final List<SurroundingsRule> RULES = List.of(
            SurroundingsRule.ACCOUNT_BASE_PRESENT,
            SurroundingsRule.SYSTEM_LEAF_PRESENT,
            SurroundingsRule.DIRECTORY_READ_WHOLE,
            SurroundingsRule.ATTRIBUTES_READABLE,
            SurroundingsRule.PASSWORDS_READABLE);

    /** Without one of these nobody gets mail, or can log in. */
    private static final List<String> EVERY_SITE_HAS = List.of("mail", "uid", "accountStatus", "mailMessageStore");

    /** Accounts may well have none of these. */
    private static final List<String> SOME_SITES_HAVE = List.of("mailAlternateAddress", "seeAlso", "postOfficeBox");

    private static final String PASSWORD = "userPassword";
    private static final Filter ANYTHING = Filter.createPresenceFilter("objectClass");
    private static final Filter ACCOUNT = Filter.createEqualityFilter("objectClass", "qmailUser");
    private static final Set<ResultCode> LIMITS =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);

    private final FullLDAPInterface directory;
    private final DN accountBase;
    private final Optional<DN> systemBase;
    private final Optional<DN> bindDn;
    private final String reader;
    private AccountsSeen accounts = AccountsSeen.unseen("the account base can not be read");

    ReadingChecks(FullLDAPInterface directory, DN accountBase, Optional<DN> systemBase, Optional<DN> bindDn) {
        this.directory = directory;
        this.accountBase = accountBase;
        this.systemBase = systemBase;
        this.bindDn = bindDn;
        this.reader = bindDn.map(DN::toString).orElse("anonymous");
    }

    /** After {@link #examine}. */
    AccountsSeen accounts() {
        return accounts;
    }

    List<Examination> examine() {
        List<Examination> all = new ArrayList<>();
        Examination base = accountBase();
        all.add(base);
        all.add(systemBase
                .map(this::systemLeaf)
                .orElseGet(() -> Examination.skipped(
                        SurroundingsRule.SYSTEM_LEAF_PRESENT, "not asked for; give --system-base DN")));
        if (base.verdict() != Examination.Verdict.OK) {
            RULES.subList(2, RULES.size())
                    .forEach(rule -> all.add(Examination.unknown(rule, "the account base can not be read")));
            return all;
        }
        all.add(readWhole());
        all.add(attributesReadable());
        all.add(passwordsReadable());
        return all;
    }

    private Examination accountBase() {
        SurroundingsRule rule = SurroundingsRule.ACCOUNT_BASE_PRESENT;
        try {
            if (directory.getEntry(accountBase.toString(), "1.1") != null) {
                return Examination.ok(rule, accountBase + " is there");
            }
            return Examination.problem(
                    rule.finding(
                            new LiveEntry(),
                            "the account base %s can not be found; a server that hides it from %s answers the same"
                                    .formatted(accountBase, reader),
                            "Correct --account-base, or give %s read access; the first import makes it with vmail import --create-parents"
                                    .formatted(reader)),
                    rule);
        } catch (LDAPException e) {
            return Examination.unknown(rule, "can not read %s: %s".formatted(accountBase, LdapText.of(e)));
        }
    }

    private Examination systemLeaf(DN base) {
        SurroundingsRule rule = SurroundingsRule.SYSTEM_LEAF_PRESENT;
        Set<String> domains = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try {
            new Search(directory, base)
                    .values(
                            Filter.createPresenceFilter("associatedDomain"),
                            entry -> domains.addAll(List.of(entry.getAttributeValues("associatedDomain"))),
                            "associatedDomain");
        } catch (LDAPException e) {
            LdapText answer = LdapText.of(e);
            if (!answer.code().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Examination.unknown(rule, "can not read below %s: %s".formatted(base, answer));
            }
            return Examination.problem(
                    rule.finding(
                            new LiveEntry(),
                            "the system base %s can not be found; a server that hides it from %s answers the same"
                                    .formatted(base, reader),
                            "Correct --system-base, or make the leaf as sample-data/howto/domains.ldif has it"),
                    rule);
        }
        return domains.isEmpty()
                ? Examination.problem(
                        rule.finding(
                                new LiveEntry(),
                                "no entry below %s shows %s an associatedDomain, so Postfix accepts mail for no domain"
                                        .formatted(base, reader),
                                "Add the domains as sample-data/howto/domains.ldif does: ldapadd, or vmail import with that file"),
                        rule)
                : Examination.ok(rule, "accepted domains: " + domains.size());
    }

    /** Paging would not help: slapd counts over all pages. */
    private Examination readWhole() {
        SurroundingsRule rule = SurroundingsRule.DIRECTORY_READ_WHOLE;
        long[] read = {0};
        try {
            new Search(directory, accountBase).names(ANYTHING, Search.NO_LIMIT, entry -> read[0]++, "1.1");
            return Examination.ok(
                    rule, "read %d entries; a limit above that shows when there are more".formatted(read[0]));
        } catch (LDAPException e) {
            LdapText answer = LdapText.of(e);
            if (!LIMITS.contains(answer.code())) {
                return Examination.unknown(rule, "reading ended after %d entries: %s".formatted(read[0], answer));
            }
            String who = bindDn.map(dn -> "dn.exact=\"" + dn + "\"").orElse("anonymous");
            return Examination.problem(
                    rule.finding(
                            new LiveEntry(),
                            "one search gives %s only %d entries: %s".formatted(reader, read[0], answer),
                            "Add to the database section of slapd.conf (paged results do not help, slapd counts over all"
                                    + " pages): limits " + who + " size=unlimited time=unlimited"),
                    rule);
        }
    }

    private AccountsSeen count() throws LDAPException {
        List<String> asked = new ArrayList<>(EVERY_SITE_HAS);
        asked.addAll(SOME_SITES_HAVE);
        asked.add(PASSWORD);
        Map<String, Long> showing = new HashMap<>();
        long[] count = {0};
        List<DN> example = new ArrayList<>();
        try {
            new Search(directory, accountBase)
                    .names(
                            ACCOUNT,
                            Search.NO_LIMIT,
                            entry -> {
                                count[0]++;
                                if (example.isEmpty()) {
                                    example.add(dn(entry));
                                }
                                asked.stream()
                                        .filter(entry::hasAttribute)
                                        .forEach(name -> showing.merge(name, 1L, Long::sum));
                            },
                            asked.toArray(new String[0]));
        } catch (LDAPException e) {
            // those that were read are enough to see what is hidden
            if (!LIMITS.contains(e.getResultCode())) {
                throw e;
            }
        }
        return new AccountsSeen(count[0], showing, example.stream().findFirst(), Optional.empty());
    }

    private static DN dn(Entry entry) {
        try {
            return entry.getParsedDN();
        } catch (LDAPException e) {
            throw new AssertionError("the server names an entry by what is no DN: " + entry.getDN(), e);
        }
    }

    private Examination attributesReadable() {
        SurroundingsRule rule = SurroundingsRule.ATTRIBUTES_READABLE;
        try {
            accounts = count();
            if (accounts.count() == 0) {
                return Examination.ok(rule, "there is no account yet");
            }
            List<Finding> findings = new ArrayList<>();
            for (String name : EVERY_SITE_HAS) {
                Visibility visibility = visibility(name);
                if (visibility == Visibility.NOBODY_HAS_IT) {
                    findings.add(rule.finding(
                            new LiveEntry(),
                            "none of the %d accounts has %s".formatted(accounts.count(), name),
                            "Correct --account-base, or the accounts: vmail audit names them"));
                } else if (visibility == Visibility.HIDDEN) {
                    findings.add(hiding(rule, name));
                }
            }
            for (String name : SOME_SITES_HAVE) {
                if (visibility(name) == Visibility.HIDDEN) {
                    findings.add(hiding(rule, name));
                }
            }
            return Examination.of(rule, findings, "accounts: " + accounts.count());
        } catch (LDAPException e) {
            accounts = AccountsSeen.unseen(LdapText.text(e));
            return Examination.unknown(rule, "the accounts can not be read: " + LdapText.of(e));
        }
    }

    private Examination passwordsReadable() {
        SurroundingsRule rule = SurroundingsRule.PASSWORDS_READABLE;
        if (accounts.trouble().isPresent()) {
            return Examination.unknown(rule, accounts.trouble().get());
        }
        try {
            return accounts.count() > 0 && visibility(PASSWORD) == Visibility.HIDDEN
                    ? Examination.problem(
                            rule.finding(
                                    new LiveEntry(),
                                    "userPassword is hidden from %s, so the audit takes everybody for somebody without a password"
                                            .formatted(reader),
                                    "Give read access (slapd.access(5)): access to attrs=userPassword by dn.exact=\"%s\" read"
                                            .formatted(reader)),
                            rule)
                    : Examination.ok(rule, "accounts with a password: " + accounts.with(PASSWORD));
        } catch (LDAPException e) {
            return Examination.unknown(rule, LdapText.text(e));
        }
    }

    private Finding hiding(SurroundingsRule rule, String name) {
        return rule.finding(
                new LiveEntry(),
                "%s of the %d accounts is hidden from %s".formatted(name, accounts.count(), reader),
                "Give read access (slapd.access(5)): access to attrs=%s by dn.exact=\"%s\" read"
                        .formatted(name, reader));
    }

    private enum Visibility {
        SHOWN,
        HIDDEN,
        NOBODY_HAS_IT
    }

    /**
     * A search tells nothing about an attribute without search access: it answers as if nobody had it. A compare does: 16 when
     * the attribute is not there, 50 when the reader may not know. What may be searched for but not read matches a presence
     * filter and is not returned.
     */
    private Visibility visibility(String name) throws LDAPException {
        if (accounts.with(name) > 0) {
            return Visibility.SHOWN;
        }
        Optional<Boolean> matching = showsWhatMatches(name);
        if (matching.isPresent()) {
            return matching.get() ? Visibility.SHOWN : Visibility.HIDDEN;
        }
        return refusesCompare(name) ? Visibility.HIDDEN : Visibility.NOBODY_HAS_IT;
    }

    private boolean refusesCompare(String name) throws LDAPException {
        String value = name.equals("seeAlso") ? accountBase.toString() : "x";
        try {
            String example = accounts.example().orElseThrow().toString();
            directory.compare(new CompareRequest(example, name, value));
            return false;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE)
                    || e.getResultCode().equals(ResultCode.UNDEFINED_ATTRIBUTE_TYPE)) {
                return false;
            }
            if (e.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
                return true;
            }
            throw e;
        }
    }

    /** Whether an account that has the attribute returns it; empty when none is found by it. */
    private Optional<Boolean> showsWhatMatches(String name) throws LDAPException {
        List<Boolean> shown = new ArrayList<>();
        try {
            new Search(directory, accountBase)
                    .names(
                            Filter.createANDFilter(ACCOUNT, Filter.createPresenceFilter(name)),
                            1,
                            entry -> shown.add(entry.hasAttribute(name)),
                            name);
        } catch (LDAPException e) {
            if (!LIMITS.contains(e.getResultCode())) {
                throw e;
            }
        }
        return shown.stream().findFirst();
    }
}
