package vmail.rule;

import vmail.account.Origin;

/**
 * Something that is wrong, where, and what to do.
 *
 * @param rule the id of the rule
 * @param dn the entry it concerns, or empty
 * @param message what was found, with values; never a password
 * @param remedy an instruction
 */
public record Finding(
        String rule, Severity severity, Effect effect, Origin origin, String dn, String message, String remedy) {

    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, effect, origin, dn, message, remedy);
    }

    /** The same of a case in which something else happens to mail than its rule says of most. */
    public Finding withEffect(Effect other) {
        return new Finding(rule, severity, other, origin, dn, message, remedy);
    }

    /** One line: {@code origin: severity: [rule] dn: message. Remedy.} Not yet safe for a terminal. */
    @Override
    public String toString() {
        String name = dn.isEmpty() ? "" : dn + ": ";
        return origin + ": " + severity + ": [" + rule + "] " + name + message + ". " + remedy + ".";
    }
}
