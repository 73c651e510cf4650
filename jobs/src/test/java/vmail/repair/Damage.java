package vmail.repair;

import java.util.List;

/**
 * Something that goes wrong with a mail system.
 *
 * @param script that root runs
 * @param ldif changes of entries
 * @param rules whose findings it gives
 */
record Damage(String what, String script, String ldif, List<String> rules) {

    static Damage disk(String what, String script, String... rules) {
        return new Damage(what, script, "", List.of(rules));
    }

    static Damage entry(String what, String ldif, String... rules) {
        return new Damage(what, "", ldif, List.of(rules));
    }

    boolean needsRoot() {
        return script.contains("chown");
    }

    @Override
    public String toString() {
        return what;
    }
}
