package vmail.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.account.MailAddress;

/**
 * Each {@code mail} and {@code mailAlternateAddress} is an address that Postfix can look up (RFC 5321 4.1.2, 4.5.3.1; howto 1.5.7).
 *
 * <p>Mail to one that is not never finds the account; only a value without {@code @} is found, for that name in every accepted domain, and one with nothing in front of it, for all strangers. Does not check whether the domain is accepted.
 */
public record AddressWellFormed() implements EntryRule {

    @Override
    public String id() {
        return "address-well-formed";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        return Stream.of("mail", "mailAlternateAddress")
                .flatMap(attribute -> candidate.values(attribute).stream()
                        .filter(value -> !value.isBlank() || !attribute.equals("mail"))
                        .distinct()
                        .flatMap(value -> malformed(candidate, attribute, value).stream()))
                .toList();
    }

    private Optional<Finding> malformed(Candidate candidate, String attribute, String value) {
        return MailAddress.fault(value)
                .map(fault -> finding(
                                candidate,
                                (attribute + " " + value).stripTrailing() + " " + fault,
                                MailAddress.fault(value.strip()).isEmpty()
                                        ? "Write " + attribute + ": " + value.strip()
                                        : "Write a full address, as albert.onestone@anotherdomain.nu")
                        .withEffect(effect(value))
                        .about(attribute + " " + value));
    }

    /**
     * Without a domain it is every accepted one: Postfix looks for the bare name too (virtual(5)). Without a name it is every name that
     * nobody has: what is meant for others, mistyped, arrives.
     */
    private Effect effect(String value) {
        int at = value.indexOf('@');
        if (value.isBlank() || at > 0) {
            return effect();
        }
        return at == 0 ? Effect.LEAKED : Effect.NONE;
    }
}
