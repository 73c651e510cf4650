package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vmail.account.LdapText;
import vmail.rule.Examination;
import vmail.rule.SurroundingsRule;

/** Whether somebody who did not bind reads accounts, or even passwords (howto 1.9). */
record AnonymousChecks(ServerVisit server, DN accountBase) {

    private static final int ENOUGH = 100;
    private static final List<String> PRIVATE = List.of("mail", "mailMessageStore", "uid");

    List<Examination> examine() {
        if (server.isEmbedded()) {
            return both(rule -> Examination.skipped(rule, "the directory is embedded"));
        }
        return server.anonymous()
                .map(this::examine)
                .orElseGet(() -> both(rule -> Examination.unknown(rule, "no connection to the directory")));
    }

    private List<Examination> examine(FullLDAPInterface anonymous) {
        Set<String> shown = new TreeSet<>();
        try {
            new Search(anonymous, accountBase)
                    .names(
                            Filter.createPresenceFilter("objectClass"),
                            ENOUGH,
                            entry -> {
                                PRIVATE.stream().filter(entry::hasAttribute).forEach(shown::add);
                                if (entry.hasAttribute("userPassword")) {
                                    shown.add("userPassword");
                                }
                            },
                            "mail",
                            "mailMessageStore",
                            "uid",
                            "userPassword");
        } catch (LDAPException e) {
            // all answers of the server are a no, or all that it gives: hidden base, no anonymous searches, a limit
            if (e.getResultCode().isClientSideResultCode()) {
                return both(rule -> Examination.unknown(rule, LdapText.text(e)));
            }
        }
        return judge(shown);
    }

    private List<Examination> judge(Set<String> shown) {
        boolean passwords = shown.remove("userPassword");
        return List.of(accounts(shown), passwords(passwords));
    }

    private Examination accounts(Set<String> shown) {
        SurroundingsRule rule = SurroundingsRule.CLOSED_TO_ANONYMOUS;
        if (!server.bindsWithPassword()) {
            return Examination.skipped(rule, "the settings themselves bind as nobody");
        }
        return shown.isEmpty()
                ? Examination.ok(rule, "anonymous reads no account")
                : Examination.problem(
                        rule.finding(
                                server.origin(),
                                "anybody can read %s of accounts without a password"
                                        .formatted(String.join(", ", shown)),
                                "Close the directory (slapd.access(5)): access to * by dn.exact=\"ou=System,o=company\" read by * none,"
                                        + " with the DN that Postfix and Courier bind as"),
                        rule);
    }

    private Examination passwords(boolean shown) {
        SurroundingsRule rule = SurroundingsRule.PASSWORDS_CLOSED_TO_ANONYMOUS;
        return shown
                ? Examination.problem(
                        rule.finding(
                                server.origin(),
                                "anybody can read userPassword of accounts without a password",
                                "Put first (slapd.access(5)): access to attrs=userPassword by self =xw by anonymous auth by * none;"
                                        + " then give everybody a new password"),
                        rule)
                : Examination.ok(rule, "anonymous reads no password");
    }

    private static List<Examination> both(Function<SurroundingsRule, Examination> verdict) {
        return List.of(
                verdict.apply(SurroundingsRule.CLOSED_TO_ANONYMOUS),
                verdict.apply(SurroundingsRule.PASSWORDS_CLOSED_TO_ANONYMOUS));
    }
}
