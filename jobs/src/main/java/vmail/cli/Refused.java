package vmail.cli;

/** A command that does not act, with the exit code it ends with. The message is for people. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    Refused(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
