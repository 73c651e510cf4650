package vmail.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strings of crypt(5) that Debian's libcrypt checks. */
final class CryptString {

    private static final String B64 = "[./0-9A-Za-z]";

    private static final Pattern DES = Pattern.compile(B64 + "{13}");

    /** The last of 13 letters holds four bits, so it is one of 16; a hash without both cases of letters is rare. */
    private static final Pattern SURELY_DES =
            Pattern.compile("(?=.*[A-Z])(?=.*[a-z])" + B64 + "{12}[.26AEIMQUYcgkosw]");

    private static final List<Pattern> WITH_ID = List.of(
            Pattern.compile("\\$1\\$[^$:]{0,8}\\$" + B64 + "{22}"),
            Pattern.compile("\\$2[abxy]\\$\\d\\d\\$" + B64 + "{53}"),
            Pattern.compile("\\$5\\$(rounds=\\d{1,9}\\$)?[^$:]{0,16}\\$" + B64 + "{43}"),
            Pattern.compile("\\$6\\$(rounds=\\d{1,9}\\$)?[^$:]{0,16}\\$" + B64 + "{86}"),
            Pattern.compile("\\$g?y\\$" + B64 + "+\\$" + B64 + "{1,86}\\$" + B64 + "{43}"),
            Pattern.compile("\\$7\\$" + B64 + "{11,97}\\$" + B64 + "{43}"));

    private static final Pattern ROUNDS = Pattern.compile("\\$[56]\\$rounds=(\\d+)\\$.*");
    private static final int MOST_ROUNDS = 1_000_000;

    private CryptString() {}

    static boolean known(String value) {
        return hasId(value) || DES.matcher(value).matches();
    }

    /** Whether a value without scheme is a hash and no clear text. */
    static boolean recognisable(String value) {
        return hasId(value) || SURELY_DES.matcher(value).matches();
    }

    /** Those that commons-codec computes, in a time that an attacker did not choose. */
    static boolean computable(String value) {
        Matcher rounds = ROUNDS.matcher(value);
        if (rounds.matches() && Integer.parseInt(rounds.group(1)) > MOST_ROUNDS) {
            return false;
        }
        return known(value)
                && (value.startsWith("$1$")
                        || value.startsWith("$5$")
                        || value.startsWith("$6$")
                        || !value.startsWith("$"));
    }

    private static boolean hasId(String value) {
        return WITH_ID.stream().anyMatch(pattern -> pattern.matcher(value).matches());
    }
}
