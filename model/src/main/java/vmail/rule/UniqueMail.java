package vmail.rule;

import java.util.List;

/**
 * No two accounts have the same {@code mail}.
 *
 * <p>The howto (1.5.7) allows it. Postfix 3.7 joins the two stores to one path, {@code /vmail/a/Maildir/,/vmail/b/Maildir/},
 * says "delivered to maildir", and nobody ever sees the message. The same {@code mailAlternateAddress} in several accounts
 * works. An inactive account counts: nothing looks again on the day it becomes active.
 */
public record UniqueMail() implements DirectoryRule {

    @Override
    public String id() {
        return "unique-mail";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.LOST;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.MAIL);
        if (holders.size() < 2) {
            return List.of();
        }
        return Group.reported(holders).stream()
                .map(
                        holder -> new Clash(
                                holder,
                                "mail %s is also the mail of %s; Postfix 3.7 accepts such mail and delivers it to nobody"
                                        .formatted(group.value(), Group.others(holders, holder)),
                                "Give each account a mail of its own and put the common address into mailAlternateAddress of each"))
                .toList();
    }
}
