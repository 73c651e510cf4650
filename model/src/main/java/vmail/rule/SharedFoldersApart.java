package vmail.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two shared accounts in one directory of {@code shared/} have no folder of the same name (howto 1.6.1).
 *
 * <p>Mail to both would land in one folder, read by the subscribers of both.
 */
public record SharedFoldersApart() implements DirectoryRule {

    @Override
    public String id() {
        return "shared-folders-apart";
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
        List<Holder> holders = group.of(Claim.Kind.SHARED_MAILDIR);
        return Group.reported(holders).stream()
                .flatMap(holder -> clash(group, holder, holders).stream())
                .toList();
    }

    private static Optional<Clash> clash(Group group, Holder holder, List<Holder> holders) {
        List<Holder> others = holders.stream()
                .filter(other -> other.number() != holder.number()
                        && !common(holder, other).isEmpty())
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Set<String> folders = new TreeSet<>();
        others.forEach(other -> folders.addAll(common(holder, other)));
        return Optional.of(Clash.of(
                group,
                holder,
                "%s in %s belongs also to %s"
                        .formatted(String.join(", ", folders), group.value(), Group.others(others, holder)),
                "Choose another <name> in mailMessageStore, /vmail/shared/<name>/<uid>/, or other folder names"));
    }

    /** The folders that both accounts have. */
    static List<String> common(Holder one, Holder other) {
        return one.claim().details().stream()
                .filter(other.claim().details()::contains)
                .toList();
    }
}
