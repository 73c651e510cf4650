package vmail.rule;

import com.unboundid.ldap.sdk.RDN;
import java.util.List;
import vmail.account.Candidate;

/**
 * An account has {@code cn}, {@code sn}, {@code uid}, {@code mail} and {@code mailMessageStore} (howto 1.5; {@code person} and
 * {@code qmailUser} demand the names and {@code mail}).
 *
 * <p>Without sn or mail slapd refuses the entry. Without a store Postfix takes the mail of an alias and bounces it afterwards, and the
 * owner can not log in. A value of blanks only counts as none.
 */
public record RequiredAttributes() implements EntryRule {

    static final List<String> REQUIRED = List.of("cn", "sn", "uid", "mail", "mailMessageStore");

    @Override
    public String id() {
        return "required-attributes";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> missing = REQUIRED.stream()
                .filter(attribute -> candidate.values(attribute).stream().allMatch(String::isBlank))
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", missing);
        return List.of(finding(
                        candidate,
                        missing.size() == 1 ? names + " is missing" : names + " are missing",
                        "Add " + (missing.equals(List.of("cn")) ? cn(candidate) : names) + " to the record")
                .about(names));
    }

    /** What the DN says already is the best proposal. */
    private static String cn(Candidate candidate) {
        RDN rdn = candidate.parsedDn().getRDN();
        return rdn != null && rdn.hasAttribute("cn") && !rdn.isMultiValued()
                ? "cn: " + rdn.getAttributeValues()[0]
                : "cn";
    }
}
