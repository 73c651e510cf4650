package vmail.repair;

import java.util.Optional;

/** So much is wrong that something else may be: a mail base that is not mounted, a directory that lost its entries. Nothing was done. */
public final class TooManyRepairs extends Exception {

    private static final long serialVersionUID = 1L;

    TooManyRepairs(String what, long repairs, Optional<Long> confirmed) {
        super(what
                + confirmed.map(number -> ", and not the confirmed " + number).orElse("")
                + ". Look at them with --dry-run; if they are right, say so with --confirm " + repairs);
    }
}
