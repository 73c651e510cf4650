package vmail.rule;

import java.util.List;

/**
 * No two personal accounts have the same {@code uid}, whatever the case of its letters (howto 1.5.2).
 *
 * <p>Courier finds two entries for the login and refuses both people. Shared accounts do not count: theirs is the name of a folder. An
 * inactive account counts: nothing looks again on the day it becomes active.
 */
public record UniqueUid() implements DirectoryRule {

    @Override
    public String id() {
        return "unique-uid";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.NOLOGIN;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.UID);
        if (holders.size() < 2) {
            return List.of();
        }
        return Group.reported(holders).stream()
                .map(holder -> Clash.of(
                        group,
                        holder,
                        "uid %s is also the uid of %s; neither can log in"
                                .formatted(group.value(), Group.others(holders, holder)),
                        "Give each person a uid of their own"))
                .toList();
    }
}
