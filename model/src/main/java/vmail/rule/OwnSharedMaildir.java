package vmail.rule;

import java.util.List;

/**
 * A shared account has its directory of {@code shared/} for itself.
 *
 * <p>Subscriptions are to the directory: who subscribes to one of two accounts in it sees the folders of both. That may be meant, as one shared
 * folder with two addresses. Accounts that share a folder by name are {@link SharedFoldersApart}'s.
 */
public record OwnSharedMaildir() implements DirectoryRule {

    @Override
    public String id() {
        return "own-shared-maildir";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.LEAKED;
    }

    @Override
    public List<Clash> judge(Group group) {
        List<Holder> holders = group.of(Claim.Kind.SHARED_MAILDIR);
        if (holders.size() < 2) {
            return List.of();
        }
        return Group.reported(holders).stream()
                .filter(holder -> holders.stream()
                        .filter(other -> other.number() != holder.number())
                        .allMatch(other ->
                                SharedFoldersApart.common(holder, other).isEmpty()))
                .map(holder -> Clash.of(
                        group,
                        holder,
                        "%s is also that of %s; subscribers of one see the folders of both"
                                .formatted(group.value(), Group.others(holders, holder)),
                        "Choose another <name> in mailMessageStore, /vmail/shared/<name>/<uid>/, unless that is meant"))
                .toList();
    }
}
