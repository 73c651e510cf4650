package vmail.rule;

import java.util.Locale;
import vmail.account.Candidate;

/** Something that must hold. */
public interface Rule {

    /** Stable, kebab-case, named after what holds. */
    String id();

    /** The id of a rule that is a constant: {@code MAILDIR_OWNER} is maildir-owner. */
    static String idOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Severity severity();

    /** What happens to mail where the rule does not hold. */
    Effect effect();

    /** How far {@code vmail repair} may put it right; most rules are about what only people can decide. */
    default Mending mending() {
        return Mending.BY_HAND;
    }

    /** Whether it is judged only where the site has given it a severity, since a sound system may do without. */
    default boolean onRequest() {
        return false;
    }

    /**
     * @param message what was found, with values, lower-case start, no full stop; never a password
     * @param remedy an instruction, no full stop; a command where one exists
     */
    default Finding finding(Candidate candidate, String message, String remedy) {
        return new Finding(id(), severity(), effect(), candidate.origin(), candidate.dn(), message, remedy)
                .mended(mending())
                .stamped(candidate.stamps());
    }
}
