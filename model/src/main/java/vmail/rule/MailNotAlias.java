package vmail.rule;

import java.util.List;

/**
 * The {@code mail} of one account is not {@code mailAlternateAddress} of another (howto 1.5.7, 1.5.8).
 *
 * <p>Postfix looks for one store and finds two: the copy for the account whose mail it is goes to a path joined of both, where nobody
 * reads; the other account gets what was not meant for it.
 *
 * @param shared whether Postfix asks for accounts by their entryUUID; then each account gets one copy, whatever addresses it has
 */
public record MailNotAlias(boolean shared) implements DirectoryRule {

    public MailNotAlias() {
        this(false);
    }

    @Override
    public String id() {
        return "mail-not-alias";
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
        List<Holder> mails = group.of(Claim.Kind.MAIL);
        List<Holder> aliases = group.of(Claim.Kind.ALIAS).stream()
                .filter(alias -> mails.stream().noneMatch(mail -> mail.number() == alias.number()))
                .toList();
        if (mails.isEmpty() || aliases.isEmpty() || group.isTakenOver()) {
            return List.of();
        }
        boolean onlyMailsInFiles =
                aliases.stream().allMatch(Holder::live) && mails.stream().anyMatch(mail -> !mail.live());
        return onlyMailsInFiles
                ? clashes(
                        group,
                        mails,
                        "mail %s is also an alias of %s; "
                                + (shared ? "each gets a copy" : "the copy for this account is lost"),
                        aliases)
                : clashes(
                        group,
                        aliases,
                        "alias %s is the mail of %s" + (shared ? "; each gets a copy" : ", whose copy is lost"),
                        mails);
    }

    private List<Clash> clashes(Group group, List<Holder> at, String message, List<Holder> others) {
        return Group.reported(at).stream()
                .map(
                        holder -> Clash.of(
                                group,
                                holder,
                                message.formatted(group.value(), Group.others(others, holder)),
                                shared
                                        ? "Nothing needs to be done if that is meant"
                                        : "Let one of the two accounts have the address; to reach both, make it an alias of both"))
                .toList();
    }
}
