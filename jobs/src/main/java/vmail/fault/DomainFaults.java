package vmail.fault;

import static vmail.fault.FaultKind.one;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Locale;
import vmail.rule.Effect;

/** The system leaf: domains that Postfix accepts. Each is in an entry of its own, named by a top level that nobody has. */
final class DomainFaults {

    private static final String WELL_FORMED = "domain-well-formed";

    private DomainFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "domain-with-dot",
                        WELL_FORMED,
                        Effect.BOUNCED,
                        "an accepted domain ends with a dot: all mail to it is refused",
                        scene -> scene.at(scene.domain(scene.household().domain() + "."))),
                one(
                        "domain-is-word",
                        WELL_FORMED,
                        Effect.BOUNCED,
                        "an accepted domain has a blank in it, so that it is none",
                        scene -> scene.at(scene.domain("my " + scene.household().domain()))),
                one(
                        "domain-in-capitals",
                        WELL_FORMED,
                        Effect.NONE,
                        "an accepted domain is in upper case",
                        scene ->
                                scene.at(scene.domain(scene.household().domain().toUpperCase(Locale.ROOT)))),
                one(
                        "domain-twice",
                        "unique-domain",
                        Effect.NONE,
                        "a domain is accepted by two entries: taken out of one, it stays accepted",
                        scene -> scene.at(scene.domain(Household.DOMAIN))),
                one(
                        "domain-elsewhere",
                        "domain-matches-dn",
                        Effect.NONE,
                        "a domain stands in the entry of another top level, where nobody looks for it",
                        scene -> scene.at(scene.domain(scene.household().domain() + ".example"))),
                one(
                                "domain-without-class",
                                "domain-object-class",
                                Effect.NONE,
                                "the entry of a domain is no domainRelatedObject: the next change of it is refused",
                                scene -> {
                                    DN dn = scene.domain(scene.household().domain());
                                    scene.replace(dn, "objectClass", "top", "dNSDomain");
                                    return scene.at(dn);
                                })
                        .needing(Need.UNCHECKED_DIRECTORY));
    }
}
