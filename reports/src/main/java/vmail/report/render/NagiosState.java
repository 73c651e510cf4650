package vmail.report.render;

/** What a monitoring system knows of states; the codes are those of its plugins (Monitoring Plugins Guidelines, 2.3). */
public enum NagiosState {
    OK(0),
    WARNING(1),
    CRITICAL(2),
    UNKNOWN(3);

    private final int code;

    NagiosState(int code) {
        this.code = code;
    }

    /** The exit code of a plugin. */
    public int code() {
        return code;
    }

    /** The line of a plugin that has nothing but a sentence to say. A bar would begin figures. */
    public String line(String sentence) {
        return "VMAIL " + this + " - " + InertText.of(sentence).replace("|", "\\u{7c}");
    }
}
