package vmail.rule;

import vmail.account.Origin;

/** What must hold for a run to bring a record all the way to the directory. */
public enum RunRule implements Rule {
    /** A record that gets mail has a place here; a group or list has none and is counted as lost. */
    LIST_PLACED(Severity.WARNING, Effect.BOUNCED),
    /** What an account had in an older system has a place here; told by kind, each attribute is in losses.csv. */
    ATTRIBUTE_PLACED(Severity.NOTE, Effect.NONE),
    /** What an older system has as an alias is an address. */
    ALIAS_TAKEN(Severity.WARNING, Effect.BOUNCED),
    /** A password of an older system can be checked here. */
    PASSWORD_TAKEN(Severity.WARNING, Effect.NOLOGIN),
    /** A record that an older system has marked as deleted, or as none of a person, is left out on purpose. */
    RECORD_WANTED(Severity.NOTE, Effect.NONE),
    /** An entry of the directory is as the source says; told with {@code --no-update} only. */
    ENTRY_UP_TO_DATE(Severity.WARNING, Effect.NONE),
    /** The directory server takes the entry. */
    ENTRY_TAKEN(Severity.ERROR, Effect.BOUNCED);

    private final Severity severity;
    private final Effect effect;

    RunRule(Severity severity, Effect effect) {
        this.severity = severity;
        this.effect = effect;
    }

    @Override
    public String id() {
        return Rule.idOf(this);
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Effect effect() {
        return effect;
    }

    public Finding finding(Origin origin, String dn, String message, String remedy) {
        return new Finding(id(), severity, effect, origin, dn, message, remedy);
    }
}
