package vmail.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.account.StoredPassword;

/**
 * A personal account's {@code userPassword} works in every set-up of slapd and Courier: whether Courier binds as the user
 * ({@code LDAP_AUTHBIND 1}) or compares hashes itself ({@code LDAP_CRYPTPW}, as in howto 3.2), and without further slapd modules.
 *
 * <p>Where the set-up does not fit, the owner can not log in; mail still arrives.
 */
public record PortablePassword() implements EntryRule {

    private static final Set<StoredPassword.Use> LIMITED =
            EnumSet.of(StoredPassword.Use.BY_BIND, StoredPassword.Use.WITH_MODULE);

    @Override
    public String id() {
        return "portable-password";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.NOLOGIN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.PERSONAL) {
            return List.of();
        }
        return candidate.values("userPassword").stream()
                .map(StoredPassword::new)
                .filter(password -> LIMITED.contains(password.use()))
                .map(password -> finding(candidate, "userPassword " + password.limits(), remedy(password.use()))
                        .about(password.limits()))
                .distinct()
                .toList();
    }

    private static String remedy(StoredPassword.Use use) {
        return use == StoredPassword.Use.BY_BIND
                ? "Set LDAP_AUTHBIND 1 in Courier's authldaprc, or give the account a new password"
                : "Load the module in slapd.conf, or give the account a new password";
    }
}
