package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * An account has no attribute of qmail-ldap that this mail system does not obey: forwarding, automatic replies, quotas, the host of the
 * mailbox, delivery programs. Uid and gid are {@link OwnerIds}', the date of deletion is {@link PurgeDateAhead}'s.
 *
 * <p>They are kept and do nothing. After a migration a person's forwarding or vacation message stops without a word.
 */
public record IgnoredAttributes() implements EntryRule {

    private static final List<String> IGNORED = List.of(
            "mailForwardingAddress",
            "mailReplyText",
            "deliveryMode",
            "deliveryProgramPath",
            "mailHost",
            "mailQuota",
            "mailQuotaSize",
            "mailQuotaCount",
            "mailSizeMax",
            "qmailDotMode");

    @Override
    public String id() {
        return "ignored-attributes";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> found = IGNORED.stream()
                .filter(attribute -> !candidate.values(attribute).isEmpty())
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", found);
        return List.of(finding(
                        candidate,
                        "this mail system does not obey " + names,
                        "Tell the owner, or find another way for what the attribute did")
                .about(names));
    }
}
