package vmail.rule;

import java.util.List;

/**
 * No account's store lies inside the store of another.
 *
 * <p>Courier takes directories in a maildir for folders of its owner, who can then read or delete what belongs to somebody else.
 */
public record StoreNotNested() implements DirectoryRule {

    @Override
    public String id() {
        return "store-not-nested";
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
        List<Holder> outer = group.of(Claim.Kind.STORE);
        List<Holder> inner = group.of(Claim.Kind.BELOW).stream()
                .filter(below -> outer.stream().anyMatch(store -> store.number() != below.number()))
                .toList();
        if (outer.isEmpty() || inner.isEmpty()) {
            return List.of();
        }
        boolean onlyOuterInFiles =
                inner.stream().allMatch(Holder::live) && outer.stream().anyMatch(store -> !store.live());
        return onlyOuterInFiles
                ? clashes(group, outer, "inside the store %s/ lies the store of %s", inner)
                : clashes(group, inner, "the store lies inside %s/, the store of %s", outer);
    }

    private static List<Clash> clashes(Group group, List<Holder> at, String message, List<Holder> others) {
        return Group.reported(at).stream()
                .map(holder -> Clash.of(
                        group,
                        holder,
                        message.formatted(group.value(), Group.others(others, holder)),
                        "Choose a store for one of them that is not inside the other's"))
                .toList();
    }
}
