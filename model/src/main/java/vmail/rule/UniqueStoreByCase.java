package vmail.rule;

import java.util.List;

/**
 * No two stores differ in nothing but the case of letters (howto 1.5.11).
 *
 * <p>To Linux these are two maildirs, and {@code mailMessageStore} is compared exactly. One of the two is often a slip of whoever wrote it,
 * and on a file system that does not tell case apart, such as a share or a backup, both become one and each reads the other's mail.
 */
public record UniqueStoreByCase() implements DirectoryRule {

    @Override
    public String id() {
        return "unique-store-by-case";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.STORE_IN_ANY_CASE);
        return Group.reported(holders).stream()
                .filter(holder -> !others(holder, holders).isEmpty())
                .map(holder -> Clash.of(
                        group,
                        holder,
                        "the store %s/ differs only in case from %s/, the store of %s"
                                .formatted(
                                        path(holder),
                                        path(others(holder, holders).get(0)),
                                        Group.others(others(holder, holders), holder)),
                        "Give one of them a store of another name, and move its maildir there"))
                .toList();
    }

    private static List<Holder> others(Holder one, List<Holder> holders) {
        return holders.stream().filter(other -> !path(other).equals(path(one))).toList();
    }

    private static String path(Holder holder) {
        return holder.claim().details().get(0);
    }
}
