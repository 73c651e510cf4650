package vmail.rule;

import java.util.List;

/**
 * No two people have the same value stored as {@code userPassword}.
 *
 * <p>A hash has a salt of its own, so an equal one was copied: both know the password, as everybody does to whom a default password was
 * told. Hashes without a salt ({@code {SHA}}, {@code {MD5}}) are equal whenever the passwords are. Reported once for each such value, at
 * the first account. Clear text in a source is not compared, nor are inactive accounts.
 */
public record OwnPassword() implements DirectoryRule {

    @Override
    public String id() {
        return "own-password";
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
        List<Holder> holders = group.of(Claim.Kind.PASSWORD);
        if (holders.size() < 2) {
            return List.of();
        }
        Holder first = Group.reported(holders).get(0);
        return List.of(new Clash(
                first,
                "the same userPassword is stored for %s; each can log in as the other"
                        .formatted(group.othersOfAll(holders, first)),
                "Give each person a password of their own, with ldappasswd -S \"" + first.dn() + "\"",
                ""));
    }
}
