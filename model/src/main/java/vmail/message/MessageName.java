package vmail.message;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a message's file: {@code 1795365967.Vfe00I434012M733525.vm,S=1234:2,RS}. What stands before {@code :2,} is anybody's to choose;
 * behind it each letter is a flag, of mail programs in upper case, of Dovecot's keywords in lower case.
 *
 * @param base the name without flags, by which Courier knows a message again
 */
public record MessageName(String base, Form form) {

    /** How the flags are written. */
    public enum Form {
        MARKED,
        /** None at all, as in {@code new}. */
        BARE,
        /** In another way: two marks, or the sign that a system without colons in names has put in place of it. */
        ODD
    }

    private static final String MARK = ":2,";
    private static final Pattern FLAGS = Pattern.compile("[A-Za-z]*");
    /** Samba, FAT and mbsync write {@code ;}, {@code !} and the like. */
    private static final Pattern OTHER_MARK = Pattern.compile("[!;+_-]2,[A-Z]*$");

    private static final Pattern SECONDS = Pattern.compile("(\\d{9,10})\\..*");

    public static MessageName of(String name) {
        int mark = name.indexOf(':');
        if (mark >= 0) {
            boolean marked = name.startsWith(MARK, mark)
                    && FLAGS.matcher(name.substring(mark + MARK.length())).matches();
            return new MessageName(name.substring(0, mark), marked ? Form.MARKED : Form.ODD);
        }
        Matcher other = OTHER_MARK.matcher(name);
        return other.find()
                ? new MessageName(name.substring(0, other.start()), Form.ODD)
                : new MessageName(name, Form.BARE);
    }

    /** When it was delivered, where the name begins with the seconds since 1970, as maildir(5) has it. */
    public static Optional<Instant> delivered(String name) {
        Matcher seconds = SECONDS.matcher(name);
        return seconds.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))))
                : Optional.empty();
    }

    /** Whether mail programs mark it as deleted: it does not count for a quota. */
    public static boolean isDeleted(String name) {
        int mark = name.lastIndexOf(MARK);
        return mark >= 0 && name.indexOf('T', mark) >= 0;
    }
}
