package vmail.rule;

import java.util.List;

/**
 * A {@code mailAlternateAddress} belongs to one account.
 *
 * <p>Several may have it: each then gets a copy, and that is the way to share an address. Worth a look, for it may be a mistake as well. Reported once
 * for each such address.
 */
public record SharedAlias() implements DirectoryRule {

    @Override
    public String id() {
        return "shared-alias";
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
    public Mending mending() {
        return Mending.NEEDLESS;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.ALIAS);
        if (holders.size() < 2 || !group.of(Claim.Kind.MAIL).isEmpty() || group.isTakenOver()) {
            return List.of();
        }
        Holder first = Group.reported(holders).get(0);
        return List.of(Clash.of(
                group,
                first,
                "alias %s belongs to %d accounts, also to %s; each gets a copy"
                        .formatted(group.value(), holders.size(), Group.others(holders, first)),
                "Nothing needs to be done if that is meant"));
    }
}
