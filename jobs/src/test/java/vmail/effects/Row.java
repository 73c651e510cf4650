package vmail.effects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmail.rule.Effect;

/**
 * A line of the table: how the howto's sound system is brought into a bad state, what the audit says of it, what heals it.
 *
 * <p>In scripts and LDIF {@code /vmail} stands for the mail base.
 *
 * @param state of directory or disk, for people
 * @param rule that the audit names
 * @param address that mail is sent to
 * @param readers who shall see that mail once all is well
 * @param changes LDIF for ldapmodify(1) that makes the state
 * @param script for sh(1), run by root, that makes the state
 * @param early a message is sent before the state is made, too: it must not be lost on the way
 * @param decisions what a person decides on a finding, by rule, where the remedy can not name it: LDIF as on the page of the rule, a
 *     script, or nothing where it may stay
 * @param others further rules that the audit names in this state
 * @param gone the message sent in this state is gone for good; the sender knows, or nobody
 */
record Row(
        String state,
        String rule,
        Effect effect,
        String address,
        List<Reader> readers,
        String changes,
        String script,
        boolean early,
        Map<String, String> decisions,
        List<String> others,
        boolean gone) {

    /** For the audit says nothing. */
    static final String SILENT = "";

    Row {
        decisions = Map.copyOf(decisions);
        others = List.copyOf(others);
        readers = List.copyOf(readers);
    }

    static Row of(String state, String rule, Effect effect) {
        return new Row(
                state,
                rule,
                effect,
                "albert.onestone@anotherdomain.nu",
                Reader.ALBERT,
                "",
                "",
                false,
                Map.of(),
                List.of(),
                false);
    }

    /** The same with mail to another address. */
    Row mail(String other, List<Reader> seenBy) {
        return new Row(state, rule, effect, other, seenBy, changes, script, early, decisions, others, gone);
    }

    Row shared() {
        return mail("timetravel@anotherdomain.nu", Reader.SUBSCRIBERS);
    }

    Row ldif(String more) {
        return new Row(state, rule, effect, address, readers, more, script, early, decisions, others, gone);
    }

    Row script(String more) {
        return new Row(state, rule, effect, address, readers, changes, more, early, decisions, others, gone);
    }

    Row afterMail() {
        return new Row(state, rule, effect, address, readers, changes, script, true, decisions, others, gone);
    }

    Row decide(String which, String how) {
        Map<String, String> all = new HashMap<>(decisions);
        all.put(which, how);
        return new Row(state, rule, effect, address, readers, changes, script, early, all, others, gone);
    }

    Row with(String... further) {
        List<String> all = Stream.concat(others.stream(), Stream.of(further)).toList();
        return new Row(state, rule, effect, address, readers, changes, script, early, decisions, all, gone);
    }

    Row mailIsGone() {
        return new Row(state, rule, effect, address, readers, changes, script, early, decisions, others, true);
    }

    /** Whether the finding is meant to stay. */
    boolean accepts(String found) {
        return "".equals(decisions.get(found));
    }

    /** All that the audit names. */
    List<String> rules() {
        return Stream.concat(Stream.of(rule), others.stream())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Whether the first mail makes what people were missing. */
    boolean showsBeforeMail() {
        return rule.startsWith("maildir-") && effect == Effect.NOLOGIN;
    }

    boolean isSilent() {
        return rule.equals(SILENT);
    }

    @Override
    public String toString() {
        return state;
    }
}
