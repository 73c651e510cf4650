package vmail.reader.configuration;

import java.util.Locale;
import vmail.account.SourceLine;

/** A line of a configuration file: a name, its value, and where it stands. The value of a password is not told. */
public final class Parameter {

    private static final String NOT_SHOWN = "(not shown)";

    private final String name;
    private final String text;
    private final SourceLine origin;

    Parameter(String name, String text, SourceLine origin) {
        this.name = name;
        this.text = text;
        this.origin = origin;
    }

    public String name() {
        return name;
    }

    public SourceLine origin() {
        return origin;
    }

    public boolean isPassword() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("bind_pw") || lower.equals("ldap_bindpw");
    }

    /** May be told to anybody. */
    public String value() {
        return isPassword() ? NOT_SHOWN : text;
    }

    /** For a bind and nothing else. */
    public String password() {
        if (!isPassword()) {
            throw new AssertionError(name + " is no password");
        }
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    Parameter withText(String other) {
        return new Parameter(name, other, origin);
    }

    Parameter at(SourceLine place) {
        return new Parameter(name, text, place);
    }

    @Override
    public String toString() {
        return name + " = " + value();
    }
}
