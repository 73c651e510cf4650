package vmail.rule;

import java.nio.file.Path;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.account.Origin;
import vmail.account.Stamps;

/**
 * Something that is wrong, where, and what to do.
 *
 * @param rule the id of the rule
 * @param dn the entry it concerns, or empty
 * @param message what was found, with values; never a password
 * @param remedy an instruction
 * @param place what it concerns on disk
 * @param about which of several things of its kind that an entry or place can have: an address, a nick; else empty. The same
 *     on another night, hence without counts
 * @param mending how far {@code vmail repair} may put it right
 * @param messages mail that is at risk as long as nobody does, as far as it was counted
 * @param stamps of the entry
 */
public record Finding(
        String rule,
        Severity severity,
        Effect effect,
        Origin origin,
        String dn,
        String message,
        String remedy,
        Optional<Path> place,
        String about,
        Mending mending,
        long messages,
        Stamps stamps) {

    /** One for whoever has to decide; of something on disk the place is known. */
    public Finding(
            String rule, Severity severity, Effect effect, Origin origin, String dn, String message, String remedy) {
        this(
                rule,
                severity,
                effect,
                origin,
                dn,
                message,
                remedy,
                origin instanceof DiskPath disk ? Optional.of(disk.path()) : Optional.empty(),
                "",
                Mending.BY_HAND,
                0,
                Stamps.NONE);
    }

    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, effect, origin, dn, message, remedy, place, about, mending, messages, stamps);
    }

    /** The same of a case in which something else happens to mail than its rule says of most. */
    public Finding withEffect(Effect other) {
        return new Finding(rule, severity, other, origin, dn, message, remedy, place, about, mending, messages, stamps);
    }

    /** The same, with the entry it concerns. */
    public Finding of(String entry) {
        return new Finding(
                rule, severity, effect, origin, entry, message, remedy, place, about, mending, messages, stamps);
    }

    /** The same of a place on disk. */
    public Finding at(Path other) {
        return new Finding(
                rule,
                severity,
                effect,
                origin,
                dn,
                message,
                remedy,
                Optional.of(other),
                about,
                mending,
                messages,
                stamps);
    }

    /** The same of one of several things that an entry or place has. */
    public Finding about(String other) {
        return new Finding(
                rule, severity, effect, origin, dn, message, remedy, place, other, mending, messages, stamps);
    }

    /** The same of a case that can be mended otherwise than most. */
    public Finding mended(Mending other) {
        return new Finding(rule, severity, effect, origin, dn, message, remedy, place, about, other, messages, stamps);
    }

    /** The same with so much mail at risk. */
    public Finding withMessages(long count) {
        return new Finding(rule, severity, effect, origin, dn, message, remedy, place, about, mending, count, stamps);
    }

    /** The same with what is known of its entry's last change. */
    public Finding stamped(Stamps other) {
        return new Finding(rule, severity, effect, origin, dn, message, remedy, place, about, mending, messages, other);
    }

    /** One line: {@code origin: severity: [rule] dn: message. Remedy.} Not yet safe for a terminal. */
    @Override
    public String toString() {
        String name = dn.isEmpty() ? "" : dn + ": ";
        return origin + ": " + severity + ": [" + rule + "] " + name + message + ". " + remedy + ".";
    }
}
