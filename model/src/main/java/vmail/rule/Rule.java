package vmail.rule;

import vmail.account.Candidate;

/** Something that must hold. */
public interface Rule {

    /** Stable, kebab-case, named after what holds. */
    String id();

    Severity severity();

    /** What happens to mail where the rule does not hold. */
    Effect effect();

    /**
     * @param message what was found, with values, lower-case start, no full stop; never a password
     * @param remedy an instruction, no full stop; a command where one exists
     */
    default Finding finding(Candidate candidate, String message, String remedy) {
        return new Finding(id(), severity(), effect(), candidate.origin(), candidate.dn(), message, remedy);
    }
}
