package vmail.account;

/** What a record is to this mail system; every record is exactly one of these. */
public enum RecordKind {
    /** A person's account. */
    PERSONAL,
    /** A shared folder (howto 1.6). */
    SHARED,
    /** Accepted domains of the system leaf (howto 1.4). */
    DOMAIN,
    /** An entry above accounts or domains: organization, organizational unit, domain component. */
    CONTAINER,
    /** Gets mail but has no place here: a group or a list. Counted as lost, never dropped in silence. */
    LIST,
    /** Nothing to do with mail. */
    OTHER
}
