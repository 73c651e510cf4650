package vmail.rule;

import java.util.List;

/**
 * No two accounts have the same {@code mail}.
 *
 * <p>The howto (1.5.7) allows it. Postfix 3.7 joins the two stores to one path, {@code /vmail/a/Maildir/,/vmail/b/Maildir/},
 * says "delivered to maildir", and nobody ever sees the message. The same {@code mailAlternateAddress} in several accounts
 * works. Of inactive accounts among themselves it is told before one of them becomes active; that one active account has the
 * address of an inactive one is {@link AddressNotTakenOver}'s.
 *
 * @param shared whether Postfix asks for accounts by their entryUUID; then each account gets one copy, whatever addresses it has
 */
public record UniqueMail(boolean shared) implements DirectoryRule {

    public UniqueMail() {
        this(false);
    }

    @Override
    public String id() {
        return "unique-mail";
    }

    @Override
    public Severity severity() {
        return shared ? Severity.NOTE : Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return shared ? Effect.NONE : Effect.LOST;
    }

    @Override
    public Mending mending() {
        return shared ? Mending.NEEDLESS : Mending.BY_HAND;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.MAIL);
        if (holders.size() < 2 || group.isTakenOver()) {
            return List.of();
        }
        return Group.reported(holders).stream()
                .map(holder -> Clash.of(
                        group,
                        holder,
                        "mail %s is also the mail of %s; %s"
                                .formatted(group.value(), Group.others(holders, holder), consequence()),
                        remedy()))
                .toList();
    }

    private String consequence() {
        return shared ? "each gets a copy" : "Postfix 3.7 accepts such mail and delivers it to nobody";
    }

    private String remedy() {
        return shared
                ? "Nothing needs to be done if that is meant"
                : "Give each account a mail of its own and put the common address into mailAlternateAddress of each";
    }
}
