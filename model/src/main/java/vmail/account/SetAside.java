package vmail.account;

import java.util.List;

/**
 * A record that a profile understands and that becomes no account: skipped because it is none, or lost because there is no place
 * for it here.
 *
 * @param dn its name in the source; empty where records have none
 * @param reason why, as a clause: {@code is a list}; empty where nobody needs to be told
 * @param losses what is lost with it
 * @param domains mail domains it names
 */
public record SetAside(Origin origin, String dn, Kind kind, String reason, List<Loss> losses, List<String> domains)
        implements Input {

    /** Where the record is counted. */
    public enum Kind {
        SKIPPED,
        LOST
    }

    public SetAside {
        losses = List.copyOf(losses);
        domains = List.copyOf(domains);
    }

    public static SetAside skipped(Origin origin, String dn, String reason) {
        return new SetAside(origin, dn, Kind.SKIPPED, reason, List.of(), List.of());
    }

    public static SetAside lost(Origin origin, String dn, String reason, List<Loss> losses) {
        return new SetAside(origin, dn, Kind.LOST, reason, losses, List.of());
    }
}
