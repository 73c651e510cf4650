package vmail.rule;

import java.util.List;
import vmail.account.Unreadable;

/**
 * A record of a source can be read (RFC 2849, RFC 4180).
 *
 * <p>One that can not is rejected whole and reading goes on behind it: half a record would be a wrong account.
 */
public record ReadableRecord() implements Rule {

    @Override
    public String id() {
        return "readable-record";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    /** One for each problem, at the line the problem stands on. */
    public List<Finding> findings(Unreadable unreadable) {
        return unreadable.problems().stream()
                .map(problem -> new Finding(
                                id(),
                                severity(),
                                effect(),
                                problem.where(),
                                unreadable.dn(),
                                problem.message(),
                                problem.remedy())
                        .about(problem.message()))
                .toList();
    }
}
