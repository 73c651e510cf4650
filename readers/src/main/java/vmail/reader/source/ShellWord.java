package vmail.reader.source;

import java.util.regex.Pattern;

/** A file name as it is typed in a shell, for remedies that can be copied. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/+=@%:,-]+");

    private ShellWord() {}

    public static String of(String name) {
        return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
