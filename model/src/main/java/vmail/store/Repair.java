package vmail.store;

import java.nio.file.Path;
import java.util.regex.Pattern;
import vmail.account.DiskPath;

/** Instructions for what no program may repair on its own, as commands to copy. */
public final class Repair {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    private Repair() {}

    /**
     * Mail was delivered into a real directory because the delivery link was missing (Postfix makes what is missing). First
     * the link, so that no more mail goes astray, then the mail, last what is empty now, and the link that
     * the howto's script puts inside of a directory: an audit would ask whose it is.
     * {@code -T} and {@code -n} never overwrite and never put the link inside a directory that has come back meanwhile.
     */
    public static String realDirectory(DeliveryLink link) {
        String place = quoted(link.path());
        String aside = quoted(link.path().resolveSibling(link.path().getFileName() + ".real"));
        String target = quoted(link.target());
        return "Run as the mail owner: mv -nT " + place + " " + aside
                + " && ln -sT " + target + " " + place
                + " && find " + aside + "/new -type f -exec mv -n -t " + target + "/new/ {} +"
                + " && find " + aside + "/cur -type f -exec mv -n -t " + target + "/cur/ {} +"
                + " && find " + aside + " \\( -type l -o -type d -empty \\) -delete";
    }

    /** Something that is neither link nor directory stands where the delivery link belongs. */
    public static String moveAside(Path path) {
        return "Look what it is, " + aside(path);
    }

    /** The same with a hint what it may be. */
    public static String moveAside(Path path, String hint) {
        return "Look what it is (" + hint + "), " + aside(path);
    }

    private static String aside(Path path) {
        String place = quoted(path);
        String aside = quoted(path.resolveSibling(path.getFileName() + ".aside"));
        return "run: mv -nT " + place + " " + aside + " and then vmail make-stores";
    }

    public static String point(DeliveryLink link) {
        return "If nobody means it so, run as the mail owner: ln -sfnT " + quoted(link.target()) + " "
                + quoted(link.path());
    }

    /** For an item that root or another user has made. */
    public static String chown(Path path, Owner owner) {
        return "Run as root: chown -hR " + owner + " " + quoted(path);
    }

    /** A path as one word of a shell command. */
    public static String quoted(Path path) {
        return quoted(path.toString(), new DiskPath(path).toString());
    }

    /** The same for a text. */
    public static String quoted(String text) {
        return quoted(text, DiskPath.shown(text));
    }

    /** What can not be shown as it is becomes bash's {@code $'...'} with its escapes: safe to print and to copy. */
    private static String quoted(String text, String shown) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return (text.equals(shown) ? "'" + text.replace("'", "'\\''") : "$'" + shown.replace("'", "\\x27")) + "'";
    }
}
