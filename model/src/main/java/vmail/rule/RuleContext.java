package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.schema.Schema;
import java.nio.file.Path;
import java.util.Optional;
import vmail.account.AcceptedDomains;
import vmail.account.MailBase;

/**
 * What rules must know of the site.
 *
 * @param accountBase where accounts live ("account-leave" in the howto); without it no entry is out of place
 * @param schema what the directory will accept, see {@link MailSchema#schema}
 * @param mailShared whether Postfix looks accounts up so that several may have the same mail, as the howto (1.5.7) says
 */
public record RuleContext(
        MailBase base, Optional<DN> accountBase, AcceptedDomains domains, Schema schema, boolean mailShared) {

    /** With Postfix set up as the howto prints it. */
    public RuleContext(MailBase base, Optional<DN> accountBase, AcceptedDomains domains, Schema schema) {
        this(base, accountBase, domains, schema, false);
    }

    /** Of a site that is as the howto describes it, with domains not known: enough to name the rules. */
    public static RuleContext ofHowto() {
        return new RuleContext(
                new MailBase(Path.of("/vmail")), Optional.empty(), AcceptedDomains.unknown(), MailSchema.schema());
    }
}
