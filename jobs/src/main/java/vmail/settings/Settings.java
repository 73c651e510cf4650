package vmail.settings;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.AcceptedDomains;
import vmail.account.MailBase;
import vmail.connection.DirectorySettings;
import vmail.report.run.RunSummary;
import vmail.rule.Deadlines;
import vmail.rule.MailSchema;
import vmail.rule.RuleContext;
import vmail.rule.Severity;
import vmail.store.Owner;

/**
 * The surroundings of a run.
 *
 * @param directory empty when none is configured: then only {@code check} can run
 * @param accountBase the base DN of the accounts (the howto's account-leave)
 * @param systemBase the base DN of the accepted domains (the howto's system-leave)
 * @param owner the mail owner, needed by root only
 * @param severities severity by rule id, where it differs from the rule's own
 * @param threshold findings from here on make exit code 1
 * @param mailShared whether Postfix looks accounts up so that several may have the same mail
 * @param inactivePatience how long an account may be inactive before it is told of; empty for ever
 */
public record Settings(
        Optional<DirectorySettings> directory,
        Optional<DN> accountBase,
        Optional<DN> systemBase,
        MailBase mailBase,
        Optional<Owner> owner,
        Path workspace,
        Map<String, Severity> severities,
        Severity threshold,
        boolean mailShared,
        Optional<Duration> inactivePatience) {

    /** @throws IllegalArgumentException when the workspace lies below the mail base, where the audit would find it */
    public Settings {
        severities = Map.copyOf(severities);
        workspace = workspace.toAbsolutePath().normalize();
        if (workspace.startsWith(mailBase.path())) {
            throw new IllegalArgumentException(
                    "the workspace " + workspace + " must not be below the mail base " + mailBase);
        }
    }

    /** Of a site where accounts may be inactive for ever. */
    public Settings(
            Optional<DirectorySettings> directory,
            Optional<DN> accountBase,
            Optional<DN> systemBase,
            MailBase mailBase,
            Optional<Owner> owner,
            Path workspace,
            Map<String, Severity> severities,
            Severity threshold,
            boolean mailShared) {
        this(
                directory,
                accountBase,
                systemBase,
                mailBase,
                owner,
                workspace,
                severities,
                threshold,
                mailShared,
                Optional.empty());
    }

    /** What rules must know of the site, which is judged by our own schema. */
    public RuleContext ruleContext(AcceptedDomains domains, Instant now) {
        return new RuleContext(
                mailBase,
                accountBase,
                domains,
                MailSchema.schema(),
                mailShared,
                systemBase,
                owner,
                new Deadlines(now, inactivePatience));
    }

    /** The scopes of audits of everything, which know the whole mail base. */
    public List<String> scopesOfAll() {
        return List.of(scope(), scope() + RunSummary.EACH_MESSAGE);
    }

    /** What an audit compares, in words that are the same on another night; the history goes by them. */
    public String scope(AuditOptions audit) {
        return scope()
                + (audit.scope().isAll() ? "" : ", " + audit.scope() + RunSummary.PART)
                + (audit.deep().isPresent() ? RunSummary.EACH_MESSAGE : "");
    }

    private String scope() {
        return mailBase()
                + directory.map(each -> " and " + each.url()).orElse("")
                + accountBase
                        .map(dn -> ", accounts below " + dn.toNormalizedString())
                        .orElse("")
                + systemBase
                        .map(dn -> RunSummary.DOMAINS_BELOW + dn.toNormalizedString())
                        .orElse("");
    }

    /** Who reads and writes the directory; empty is anonymous. */
    public Optional<DN> bindDn() {
        return directory.flatMap(DirectorySettings::bindDn);
    }
}
