package vmail.rule;

import vmail.account.Origin;

/**
 * What must hold around vmail before it writes anything: the directory server, the mail base, and the configuration of Postfix
 * and Courier. {@code vmail doctor} looks whether it does.
 */
public enum SurroundingsRule implements Rule {
    /** The directory server answers at the host and port of the LDAP URL. */
    DIRECTORY_REACHABLE(Severity.ERROR, Effect.DEFERRED),
    /** The server's certificate is one to trust and names the host of the LDAP URL. */
    DIRECTORY_TLS(Severity.ERROR, Effect.DEFERRED),
    /** The bind password can be read from its file by its owner only, and does not cross the network in clear text. */
    BIND_PASSWORD_GUARDED(Severity.ERROR, Effect.LEAKED),
    /** The server accepts bind DN and password. */
    DIRECTORY_BIND(Severity.ERROR, Effect.DEFERRED),
    /** The account base is an entry that the bind DN can see (howto 1.3). */
    ACCOUNT_BASE_PRESENT(Severity.ERROR, Effect.BOUNCED),
    /** The system base holds the accepted domains (howto 1.4). */
    SYSTEM_LEAF_PRESENT(Severity.ERROR, Effect.BOUNCED),
    /** One search gives all accounts: slapd stops at 500 entries where nobody tells it otherwise. */
    DIRECTORY_READ_WHOLE(Severity.ERROR, Effect.NOLOGIN),
    /** The access rules show the bind DN every attribute that decides where mail goes (howto 1.9). */
    ATTRIBUTES_READABLE(Severity.ERROR, Effect.BOUNCED),
    /** The access rules show the bind DN whether an account has a password. */
    PASSWORDS_READABLE(Severity.NOTE, Effect.NONE),
    /** Who did not bind reads no account (howto 1.9). */
    CLOSED_TO_ANONYMOUS(Severity.WARNING, Effect.LEAKED),
    /** Who did not bind reads no password, hashed or not (howto 1.9: anonymous can only authenticate). */
    PASSWORDS_CLOSED_TO_ANONYMOUS(Severity.ERROR, Effect.LEAKED),
    /** The schema knows the attributes and object classes of accounts and domains (howto 1.2). */
    SCHEMA_COMPLETE(Severity.ERROR, Effect.BOUNCED),
    /** The schema lets an account have one {@code mailMessageStore} and one {@code accountStatus}. */
    SCHEMA_SINGLE_VALUED(Severity.WARNING, Effect.LOST),
    /** Addresses are compared without regard to case, stores with (howto 1.5). */
    SCHEMA_MATCHING(Severity.WARNING, Effect.BOUNCED),
    /** {@code qmailUID} and {@code qmailGID} are compared by numericStringMatch (howto 1.5). */
    SCHEMA_NUMERIC_MATCHING(Severity.NOTE, Effect.NONE),
    /** What is there is found: slapd believes an index that was never built. */
    INDEXES_CURRENT(Severity.ERROR, Effect.BOUNCED),
    /** What Postfix and Courier ask for is indexed (howto 1.9). */
    ATTRIBUTES_INDEXED(Severity.NOTE, Effect.NONE),
    /** Nobody but the mail owner can make or replace things in the mail base. */
    MAIL_BASE_GUARDED(Severity.ERROR, Effect.LEAKED),
    /** The mail base is not empty where accounts have stores: an empty one is where a file system should be mounted. */
    MAIL_BASE_MOUNTED(Severity.ERROR, Effect.UNSEEN),
    /** The file system of the mail base is mounted for writing. */
    MAIL_BASE_WRITABLE(Severity.ERROR, Effect.DEFERRED),
    /** The file system of the mail base is of this host, so that the lock of a run keeps every other run away. */
    MAIL_BASE_LOCAL(Severity.NOTE, Effect.NONE),
    /** The file system of the mail base has space for mail. */
    MAIL_BASE_SPACE(Severity.WARNING, Effect.DEFERRED),
    /** The file system of the mail base has inodes for files: a maildir needs one for each message. */
    MAIL_BASE_INODES(Severity.WARNING, Effect.DEFERRED),
    /** {@code shared} and {@code shared.maildirs} are in the mail base (howto 1.7). */
    SHARED_ROOTS_PRESENT(Severity.WARNING, Effect.DEFERRED),
    /** {@code shared} and {@code shared.maildirs} are writable by the mail owner (howto 1.7). */
    SHARED_ROOTS_USABLE(Severity.ERROR, Effect.DEFERRED),
    /** Postfix looks the accepted domains up in the directory (howto 2.3). */
    POSTFIX_DOMAINS_LOOKED_UP(Severity.ERROR, Effect.BOUNCED),
    /** The lookup of domains asks for the domain; {@code (associatedDomain=*)} of the howto (2.3) is true for every domain. */
    POSTFIX_DOMAIN_FILTER(Severity.ERROR, Effect.BOUNCED),
    /** Mail for domains of mydestination goes to virtual(8) (howto 2.2). */
    POSTFIX_LOCAL_TRANSPORT(Severity.ERROR, Effect.BOUNCED),
    /** Recipients in domains of mydestination are those of the directory, not those of /etc/passwd. */
    POSTFIX_LOCAL_RECIPIENTS(Severity.WARNING, Effect.BOUNCED),
    /** The lists of virtual domains do not fall back to the tables of accounts. */
    POSTFIX_VIRTUAL_DOMAINS(Severity.WARNING, Effect.BOUNCED),
    /** Postfix looks aliases up in the directory (howto 2.4). */
    POSTFIX_ALIASES_LOOKED_UP(Severity.ERROR, Effect.BOUNCED),
    /** Postfix looks stores up in the directory (howto 2.2). */
    POSTFIX_MAILBOXES_LOOKED_UP(Severity.ERROR, Effect.BOUNCED),
    /** Every ldap table that main.cf names is defined. */
    POSTFIX_MAP_KNOWN(Severity.ERROR, Effect.DEFERRED),
    /** Every file of an ldap table can be read by Postfix's user: virtual(8) opens it as that. */
    POSTFIX_MAP_READABLE(Severity.ERROR, Effect.DEFERRED),
    /** The file that holds the bind password of a table can not be read by everybody. */
    POSTFIX_MAP_PRIVATE(Severity.ERROR, Effect.LEAKED),
    /** Postfix asks the server that vmail writes to. */
    POSTFIX_MAP_SERVER(Severity.WARNING, Effect.BOUNCED),
    /** Postfix searches below the bases of the settings. */
    POSTFIX_MAP_BASE(Severity.ERROR, Effect.BOUNCED),
    /** Postfix binds, since anonymous reads nothing (howto 1.9). */
    POSTFIX_MAP_BIND(Severity.ERROR, Effect.BOUNCED),
    /** The server accepts bind DN and password of Postfix's tables. */
    POSTFIX_MAP_PASSWORD(Severity.ERROR, Effect.DEFERRED),
    /** Postfix's DN gets an answer where vmail sees one: access rules differ by who binds (howto 1.9). */
    POSTFIX_MAP_ANSWERED(Severity.ERROR, Effect.BOUNCED),
    /** The filters of Postfix's tables find the accounts that get mail, and no others. */
    POSTFIX_MAP_FILTER(Severity.ERROR, Effect.BOUNCED),
    /** Postfix takes the attribute from an entry that answers the lookup. */
    POSTFIX_MAP_RESULT(Severity.ERROR, Effect.BOUNCED),
    /** Where aliases lead to a domain of stores, that domain is delivered here and its table is asked for it. */
    POSTFIX_STORE_DOMAIN(Severity.ERROR, Effect.BOUNCED),
    /** Postfix speaks LDAP version 3: slapd refuses version 2 unless told to allow it (howto 1.9). */
    POSTFIX_MAP_VERSION(Severity.WARNING, Effect.DEFERRED),
    /** {@code virtual_mailbox_base} is {@code /}, because stores are full paths (howto 2.2). */
    POSTFIX_MAILBOX_BASE(Severity.ERROR, Effect.UNSEEN),
    /** {@code virtual_mailbox_limit} is not below {@code message_size_limit}: virtual(8) does not start otherwise. */
    POSTFIX_MAILBOX_LIMIT(Severity.ERROR, Effect.DEFERRED),
    /** Postfix delivers as the mail owner (howto 2.2). */
    POSTFIX_MAIL_OWNER(Severity.ERROR, Effect.DEFERRED),
    /** {@code virtual_minimum_uid} lets Postfix deliver as the mail owner (howto 2.2). */
    POSTFIX_MINIMUM_UID(Severity.ERROR, Effect.DEFERRED),
    /** {@code authldaprc} has its marker line; authlib refuses the file without it. */
    COURIER_MARKER(Severity.ERROR, Effect.NOLOGIN),
    /** {@code LDAP_URI} names the server; {@code LDAP_SERVER} of the howto (3.2) is not read any more. */
    COURIER_URI(Severity.ERROR, Effect.NOLOGIN),
    /** Courier asks the server that vmail writes to. */
    COURIER_SERVER(Severity.WARNING, Effect.NOLOGIN),
    /** Courier speaks LDAP version 3: slapd refuses version 2 unless told to allow it (howto 1.9). */
    COURIER_PROTOCOL(Severity.ERROR, Effect.NOLOGIN),
    /** Courier binds before it searches, since anonymous reads nothing (howto 1.9). */
    COURIER_BIND(Severity.ERROR, Effect.NOLOGIN),
    /** The server accepts Courier's bind DN and password. */
    COURIER_BIND_PASSWORD(Severity.ERROR, Effect.NOLOGIN),
    /** Courier's DN gets an answer where vmail sees one: access rules differ by who binds (howto 1.9). */
    COURIER_ANSWERED(Severity.ERROR, Effect.NOLOGIN),
    /** Courier searches below the account base. */
    COURIER_BASE(Severity.ERROR, Effect.NOLOGIN),
    /** People log in by uid (howto 1.5.2): {@code LDAP_MAIL} is mail where nobody tells otherwise. */
    COURIER_LOGIN(Severity.ERROR, Effect.NOLOGIN),
    /** Who is active can log in, and nobody else (howto 3.2). */
    COURIER_FILTER(Severity.ERROR, Effect.LEAKED),
    /** Courier finds the maildir in {@code mailMessageStore} (howto 3.2). */
    COURIER_STORE(Severity.ERROR, Effect.NOLOGIN),
    /** Courier has a way to try a password: by binding, or by comparing with {@code userPassword}. */
    COURIER_PASSWORD(Severity.ERROR, Effect.NOLOGIN),
    /** Courier reads maildirs as the mail owner. */
    COURIER_MAIL_OWNER(Severity.ERROR, Effect.NOLOGIN),
    /** {@code authldaprc} with its password can not be read by everybody. */
    COURIER_PRIVATE(Severity.ERROR, Effect.LEAKED),
    /** authdaemond asks the directory: {@code authmodulelist} has authldap. */
    COURIER_MODULE(Severity.ERROR, Effect.NOLOGIN);

    private final Severity severity;
    private final Effect effect;

    SurroundingsRule(Severity severity, Effect effect) {
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

    /** A finding about a place, no entry is concerned. */
    public Finding finding(Origin origin, String message, String remedy) {
        return new Finding(id(), severity, effect, origin, "", message, remedy);
    }
}
