package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vmail.rule.Finding;

/** Findings and what was seeded, as lines that can be compared: rule, effect, account, place. */
final class Found {

    private Found() {}

    static List<String> lines(Collection<Finding> findings) {
        return findings.stream()
                .map(each -> new Seeded(each.rule(), each.effect(), dn(each.dn()), each.place()))
                .map(Found::line)
                .sorted()
                .toList();
    }

    static List<String> expected(Collection<Seeded> seeded) {
        return seeded.stream().map(Found::line).sorted().toList();
    }

    private static String line(Seeded seeded) {
        return "[%s] %s %s %s"
                .formatted(
                        seeded.rule(),
                        seeded.effect(),
                        seeded.dn().map(DN::toNormalizedString).orElse("-"),
                        seeded.place().map(Object::toString).orElse("-"));
    }

    private static Optional<DN> dn(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new DN(text));
        } catch (LDAPException e) {
            throw new AssertionError(text, e);
        }
    }
}
