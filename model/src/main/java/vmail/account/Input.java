package vmail.account;

/** What a reader gives for one record: the record as an entry, or the reason why there is none. */
public sealed interface Input permits Candidate, Unreadable, SetAside {

    Origin origin();
}
