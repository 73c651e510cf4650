package vmail.rule;

import java.util.List;

/**
 * No two accounts have the same store, however it is spelled (howto 1.5.11).
 *
 * <p>Two people would read one mailbox. Two shared accounts in one place are reported by {@link SharedFoldersApart}. Does not look at the
 * disk: links are the audit's business.
 */
public record UniqueStore() implements DirectoryRule {

    @Override
    public String id() {
        return "unique-store";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.LEAKED;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.STORE);
        if (holders.size() < 2 || holders.stream().allMatch(Holder::shared)) {
            return List.of();
        }
        return Group.reported(holders).stream()
                .map(holder -> Clash.of(
                        group,
                        holder,
                        "the store %s/ is also the store of %s; each reads the other's mail"
                                .formatted(group.value(), Group.others(holders, holder)),
                        "Give each account a store of its own"))
                .toList();
    }
}
