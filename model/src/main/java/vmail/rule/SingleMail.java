package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * An account has exactly one {@code mail} value (howto 1.5.7).
 *
 * <p>Postfix answers an alias lookup with the {@code mail} values of the entry (howto 2.4), so each further value adds a
 * recipient to every message: it is delivered twice. Aliases belong in {@code mailAlternateAddress}.
 *
 * @param shared whether Postfix asks for accounts by their entryUUID; then each account gets one copy, whatever addresses it has
 */
public record SingleMail(boolean shared) implements EntryRule {

    public SingleMail() {
        this(false);
    }

    @Override
    public String id() {
        return "single-mail";
    }

    @Override
    public Severity severity() {
        return shared ? Severity.NOTE : Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return shared ? Effect.NONE : Effect.DOUBLE;
    }

    @Override
    public Mending mending() {
        return shared ? Mending.NEEDLESS : Mending.BY_HAND;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> mail = candidate.values("mail");
        if (mail.size() < 2) {
            return List.of();
        }
        return List.of(finding(
                candidate,
                "found %d mail values %s, expected one".formatted(mail.size(), mail),
                shared
                        ? "Nothing needs to be done: mail to any of them arrives, once"
                        : "Keep one and move the others to mailAlternateAddress"));
    }
}
