package vmail.rule;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An address of an inactive account belongs to no account that is active or shared.
 *
 * <p>Mail that people still send to the former owner is read by the new one. That may be meant, as when a successor answers it; it is
 * also what happens when a login of somebody who left is given to a new person of the same name. Where several accounts that are not
 * inactive have the address, other rules say what happens.
 */
public record AddressNotTakenOver() implements DirectoryRule {

    @Override
    public String id() {
        return "address-not-taken-over";
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
        if (group.space() != Claim.Space.ADDRESS || !group.isTakenOver()) {
            return List.of();
        }
        List<Holder> inactive = accounts(group, true);
        List<Holder> active = accounts(group, false);
        boolean onlyActiveInFiles =
                inactive.stream().allMatch(Holder::live) && active.stream().anyMatch(holder -> !holder.live());
        return onlyActiveInFiles
                ? clashes(group, active, "address %s is also that of %s, inactive, whose mail arrives here", inactive)
                : clashes(
                        group,
                        inactive,
                        "address %s of this inactive account is also that of %s, where its mail arrives",
                        active);
    }

    private static List<Clash> clashes(Group group, List<Holder> at, String message, List<Holder> others) {
        return Group.reported(at).stream()
                .map(holder -> Clash.of(
                        group,
                        holder,
                        message.formatted(group.value(), Group.others(others, holder)),
                        "Delete the address from the inactive account if that is meant, else from the other"))
                .toList();
    }

    private static List<Holder> accounts(Group group, boolean inactive) {
        return group.holders().stream()
                .filter(holder -> holder.inactive() == inactive)
                .collect(Collectors.toMap(Holder::number, holder -> holder, (first, second) -> first, TreeMap::new))
                .values()
                .stream()
                .toList();
    }
}
