package vmail.rule;

import java.util.List;

/**
 * No two shared accounts are seen under the same name, whatever the case of its letters: the cn with blanks turned into {@code _}
 * (howto 1.8, {@code maildirmake(1)} --add).
 *
 * <p>Under one name Courier shows one of them only, or both mixed.
 */
public record UniqueNick() implements DirectoryRule {

    @Override
    public String id() {
        return "unique-nick";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.UNSEEN;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.NICK);
        if (holders.size() < 2) {
            return List.of();
        }
        return Group.reported(holders).stream()
                .map(holder -> Clash.of(
                        group,
                        holder,
                        "subscribers see it as %s, and so they do %s"
                                .formatted(group.value(), Group.others(holders, holder)),
                        "Rename one of the shared accounts; blanks and _ count as the same"))
                .toList();
    }
}
