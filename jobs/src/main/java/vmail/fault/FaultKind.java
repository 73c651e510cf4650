package vmail.fault;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import vmail.rule.Effect;

/**
 * One thing that can be wrong between directory and disk.
 *
 * @param id stable, kebab-case, named after what is wrong
 * @param rule the id of the rule that it breaks
 * @param effect what the audit must say that happens to mail
 * @param sentence what is wrong, for people; no full stop
 * @param needs what it can not be made without
 */
public record FaultKind(String id, String rule, Effect effect, String sentence, Set<Need> needs, Play play) {

    /** Makes the fault. */
    public interface Play {

        /** @return all that an audit must find then */
        List<Seeded> on(Scene scene) throws IOException, LDAPException;
    }

    /** The same for one finding. */
    interface Single {
        Seeded on(Scene scene) throws IOException, LDAPException;
    }

    public FaultKind {
        needs = Set.copyOf(needs);
    }

    static FaultKind one(String id, String rule, Effect effect, String sentence, Single play) {
        return several(id, rule, effect, sentence, scene -> List.of(play.on(scene)));
    }

    /** One that more than one rule, account or place shows. */
    static FaultKind several(String id, String rule, Effect effect, String sentence, Play play) {
        return new FaultKind(id, rule, effect, sentence, Set.of(), play);
    }

    FaultKind needing(Need... more) {
        return new FaultKind(id, rule, effect, sentence, Set.of(more), play);
    }

    @Override
    public String toString() {
        return id;
    }
}
