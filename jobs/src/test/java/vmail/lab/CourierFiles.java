package vmail.lab;

import vmail.lookup.Lookup;

/** The howto's authldaprc (3.2), as it has to be today. */
final class CourierFiles {

    private CourierFiles() {}

    static String authldaprc(Slapd slapd) {
        return """
                LDAP_URI %s
                LDAP_PROTOCOL_VERSION 3
                LDAP_BASEDN ou=Tokelau,o=company
                LDAP_INITBIND 1
                LDAP_BINDDN %s
                LDAP_BINDPW %s
                LDAP_TIMEOUT 5
                LDAP_AUTHBIND 1
                LDAP_MAIL uid
                LDAP_FILTER %s
                LDAP_GLOB_UID 5000
                LDAP_GLOB_GID 5000
                LDAP_HOMEDIR mailMessageStore
                LDAP_MAILDIR mailMessageStore
                LDAP_FULLNAME cn
                LDAP_CRYPTPW userPassword
                LDAP_DEREF never
                LDAP_TLS 0
                ##NAME: MARKER:0
                """.formatted(slapd.url(), Slapd.SYSTEM, Slapd.SYSTEM_PASSWORD, Lookup.LOGGING_IN)
                .replaceAll("(?m)^(LDAP_\\w+) ", "$1\t");
    }
}
