package vmail.rule;

import vmail.account.LiveEntry;
import vmail.account.Origin;
import vmail.account.Stamps;

/**
 * An account that makes a claim; only what a message needs of it.
 *
 * @param number its place in the order of all accounts
 * @param shared whether it is a shared account
 * @param inactive whether it gets no mail
 */
record Holder(Claim claim, long number, Origin origin, String dn, boolean shared, boolean inactive, Stamps stamps) {

    boolean live() {
        return origin instanceof LiveEntry;
    }

    boolean is(Claim.Kind kind) {
        return claim.kind() == kind;
    }

    /** How messages of other accounts name it. */
    @Override
    public String toString() {
        return dn + " (" + origin + ")";
    }
}
