package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.util.Optional;
import vmail.rule.Effect;

/**
 * A finding that an audit must have after a fault was made.
 *
 * @param rule the id of the rule
 * @param dn of the account it concerns, where it concerns one
 * @param place on disk, where it is about one
 */
public record Seeded(String rule, Effect effect, Optional<DN> dn, Optional<Path> place) {

    /** The same with what a second rule says of it. */
    Seeded of(String other, Effect what) {
        return new Seeded(other, what, dn, place);
    }

    /** The same where something else happens to mail. */
    Seeded with(Effect other) {
        return new Seeded(rule, other, dn, place);
    }

    @Override
    public String toString() {
        return "[" + rule + "] " + effect + dn.map(name -> " " + name).orElse("")
                + place.map(path -> " " + path).orElse("");
    }
}
