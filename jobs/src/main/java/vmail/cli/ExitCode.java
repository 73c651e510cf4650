package vmail.cli;

/** The exit codes; 130 and 143 come from the signals themselves. Any other code is a fault of vmail's. */
enum ExitCode {
    DONE(0, "done, nothing to report"),
    FINDINGS(1, "done, findings at or above the threshold or records rejected"),
    USAGE(2, "wrong usage or settings"),
    UNFINISHED(3, "could not finish, run the same command again to continue"),
    INCONCLUSIVE(4, "inconclusive: something could not be seen, so nothing is said about it"),
    REFUSED(5, "refused for safety"),
    LOCKED(6, "another run holds the lock"),
    FAULT(70, "a fault of vmail's, please report it");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
