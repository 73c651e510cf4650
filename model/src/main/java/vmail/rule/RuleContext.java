package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.schema.Schema;
import java.nio.file.Path;
import java.util.Optional;
import vmail.account.AcceptedDomains;
import vmail.account.MailBase;
import vmail.store.Owner;

/**
 * What rules must know of the site.
 *
 * @param accountBase where accounts live ("account-leave" in the howto); without it no entry is out of place
 * @param schema what the directory will accept, see {@link MailSchema#schema}
 * @param mailShared whether Postfix looks accounts up so that several may have the same mail, as the howto (1.5.7) says
 * @param systemBase where Postfix looks for domains ("system-leave" in the howto), where known
 * @param owner the mail owner, where known
 */
public record RuleContext(
        MailBase base,
        Optional<DN> accountBase,
        AcceptedDomains domains,
        Schema schema,
        boolean mailShared,
        Optional<DN> systemBase,
        Optional<Owner> owner,
        Deadlines deadlines) {

    /** Of a site whose system base and mail owner are not known, at no time. */
    public RuleContext(
            MailBase base, Optional<DN> accountBase, AcceptedDomains domains, Schema schema, boolean mailShared) {
        this(base, accountBase, domains, schema, mailShared, Optional.empty(), Optional.empty(), Deadlines.NONE);
    }

    /** With Postfix set up as the howto prints it. */
    public RuleContext(MailBase base, Optional<DN> accountBase, AcceptedDomains domains, Schema schema) {
        this(base, accountBase, domains, schema, false);
    }

    /** The same site once its domains are known. */
    public RuleContext with(AcceptedDomains other) {
        return new RuleContext(base, accountBase, other, schema, mailShared, systemBase, owner, deadlines);
    }

    /** Of a site that is as the howto describes it, with domains not known: enough to name the rules. */
    public static RuleContext ofHowto() {
        return new RuleContext(
                new MailBase(Path.of("/vmail")), Optional.empty(), AcceptedDomains.unknown(), MailSchema.schema());
    }
}
