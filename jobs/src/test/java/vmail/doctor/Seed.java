package vmail.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import vmail.lab.MailOwner;

/**
 * One thing that administrators get wrong.
 *
 * @param findings the rules that tell of it
 */
record Seed(String name, Step spoils, List<String> findings) {

    /** Makes one part wrong. */
    interface Step {
        void at(Patient patient) throws IOException;
    }

    private static Seed of(String name, Step spoils, String... findings) {
        return new Seed(name, spoils, List.of(findings));
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<Seed> ofPostfix() {
        return Stream.of(
                of(
                        "domain filter of the howto",
                        patient -> patient.replace(
                                "postfix/vmail/domains.cf", "query_filter", "query_filter = (associatedDomain=*)"),
                        "postfix-domain-filter"),
                of(
                        "domains not looked up",
                        patient -> patient.replace(
                                "postfix/main.cf", "mydestination", "mydestination = $myhostname, localhost"),
                        "postfix-domains-looked-up"),
                of(
                        "no local transport",
                        patient -> patient.replace("postfix/main.cf", "local_transport", ""),
                        "postfix-local-transport"),
                of(
                        "no local recipient maps",
                        patient -> patient.replace("postfix/main.cf", "local_recipient_maps", ""),
                        "postfix-local-recipients"),
                of(
                        "empty local recipient maps",
                        patient -> patient.replace("postfix/main.cf", "local_recipient_maps", "local_recipient_maps ="),
                        "postfix-local-recipients"),
                of(
                        "alias domains by default",
                        patient -> patient.replace("postfix/main.cf", "virtual_alias_domains", ""),
                        "postfix-virtual-domains"),
                of(
                        "mailbox domains by default",
                        patient -> patient.replace("postfix/main.cf", "virtual_mailbox_domains", ""),
                        "postfix-virtual-domains"),
                of(
                        "no alias maps",
                        patient -> patient.replace(
                                "postfix/main.cf",
                                "virtual_alias_maps",
                                "virtual_alias_maps = hash:/etc/postfix/virtual"),
                        "postfix-aliases-looked-up"),
                of(
                        "no mailbox maps",
                        patient -> patient.replace("postfix/main.cf", "virtual_mailbox_maps", ""),
                        "postfix-mailboxes-looked-up",
                        "postfix-local-recipients"),
                of(
                        "table of another name",
                        patient -> patient.replace(
                                "postfix/main.cf", "virtual_alias_maps", "virtual_alias_maps = ldap:ldapalias"),
                        "postfix-map-known"),
                of(
                        "table without its file",
                        patient -> {
                            Files.delete(patient.folder().resolve("postfix/vmail/aliases.cf"));
                        },
                        "postfix-map-known"),
                of(
                        "table closed to postfix",
                        patient -> {
                            if (!MailOwner.isRoot()) {
                                // there the file's owner counts as Postfix
                                patient.append("postfix/main.cf", "mail_owner = nobody");
                            }
                            patient.mode("postfix/vmail/mailboxes.cf", "rw-------");
                        },
                        "postfix-map-readable"),
                of(
                        "table open to all",
                        patient -> patient.mode("postfix/vmail/mailboxes.cf", "rw-r--r--"),
                        "postfix-map-private"),
                of(
                        "another server",
                        patient -> patient.replace(
                                "postfix/vmail/aliases.cf", "server_host", "server_host = ldap://127.0.0.1:1"),
                        "postfix-map-server"),
                of(
                        "another base",
                        patient -> patient.replace(
                                "postfix/vmail/aliases.cf", "search_base", "search_base = ou=People,o=company"),
                        "postfix-map-base"),
                of(
                        "one level only",
                        patient -> patient.append("postfix/vmail/domains.cf", "scope = base"),
                        "postfix-map-base"),
                of(
                        "no bind",
                        patient -> patient.replace("postfix/vmail/mailboxes.cf", "bind ", "bind = no"),
                        "postfix-map-bind"),
                of(
                        "no bind dn",
                        patient -> patient.replace("postfix/vmail/mailboxes.cf", "bind_dn", ""),
                        "postfix-map-bind"),
                of(
                        "wrong password of postfix",
                        patient ->
                                patient.replace("postfix/vmail/mailboxes.cf", "bind_pw", "bind_pw = canary-of-postfix"),
                        "postfix-map-password"),
                of(
                        "inactive get mail",
                        patient -> patient.replace(
                                "postfix/vmail/mailboxes.cf",
                                "query_filter",
                                "query_filter = (|(mail=%s)(mailAlternateAddress=%s))"),
                        "postfix-map-filter"),
                of(
                        "shared get no mail",
                        patient -> patient.replace(
                                "postfix/vmail/mailboxes.cf",
                                "query_filter",
                                "query_filter = (&(|(mail=%s)(mailAlternateAddress=%s))(accountStatus=active))"),
                        "postfix-map-filter"),
                of(
                        "no filter",
                        patient -> patient.replace(
                                "postfix/vmail/mailboxes.cf", "query_filter", "query_filter = (&(mail=%s)"),
                        "postfix-map-filter"),
                of(
                        "result by default",
                        patient -> patient.replace("postfix/vmail/mailboxes.cf", "result_attribute", ""),
                        "postfix-map-result"),
                of(
                        "version 2",
                        patient -> patient.replace("postfix/vmail/mailboxes.cf", "version", "version = 2"),
                        "postfix-map-version"),
                of(
                        "base before full paths",
                        patient -> patient.replace(
                                "postfix/main.cf", "virtual_mailbox_base", "virtual_mailbox_base = /vmail"),
                        "postfix-mailbox-base"),
                of(
                        "limit too small",
                        patient -> patient.replace(
                                "postfix/main.cf", "virtual_mailbox_limit", "virtual_mailbox_limit = 1000000"),
                        "postfix-mailbox-limit"),
                of(
                        "another uid",
                        patient -> patient.replace(
                                "postfix/main.cf", "virtual_uid_maps", "virtual_uid_maps = static:4999"),
                        "postfix-mail-owner"),
                of(
                        "minimum too high",
                        patient -> patient.replace(
                                "postfix/main.cf", "virtual_minimum_uid", "virtual_minimum_uid = 100000"),
                        "postfix-minimum-uid"));
    }

    static Stream<Seed> ofCourier() {
        return Stream.of(
                of("no marker", patient -> patient.replace("courier/authldaprc", "##NAME", ""), "courier-marker"),
                of(
                        "ldap server of the howto",
                        patient -> patient.replace("courier/authldaprc", "LDAP_URI", "LDAP_SERVER\tlocalhost"),
                        "courier-uri"),
                of(
                        "another server of courier",
                        patient -> patient.replace("courier/authldaprc", "LDAP_URI", "LDAP_URI\tldap://127.0.0.1:1"),
                        "courier-server"),
                of(
                        "no protocol version",
                        patient -> patient.replace("courier/authldaprc", "LDAP_PROTOCOL_VERSION", ""),
                        "courier-protocol"),
                of(
                        "no initbind",
                        patient -> patient.replace("courier/authldaprc", "LDAP_INITBIND", ""),
                        "courier-bind"),
                of(
                        "wrong password of courier",
                        patient ->
                                patient.replace("courier/authldaprc", "LDAP_BINDPW", "LDAP_BINDPW\tcanary-of-courier"),
                        "courier-bind-password"),
                of(
                        "another base of courier",
                        patient -> patient.replace("courier/authldaprc", "LDAP_BASEDN", "LDAP_BASEDN\to=company"),
                        "courier-base"),
                of(
                        "login by default",
                        patient -> patient.replace("courier/authldaprc", "LDAP_MAIL\t", ""),
                        "courier-login"),
                of(
                        "no login filter",
                        patient -> patient.replace("courier/authldaprc", "LDAP_FILTER", ""),
                        "courier-filter"),
                of(
                        "home of another schema",
                        patient -> patient.replace("courier/authldaprc", "LDAP_HOMEDIR", "LDAP_HOMEDIR\thomeDirectory"),
                        "courier-store"),
                of(
                        "no way to try a password",
                        patient -> {
                            patient.replace("courier/authldaprc", "LDAP_AUTHBIND", "LDAP_AUTHBIND\t0");
                            patient.replace("courier/authldaprc", "LDAP_CRYPTPW", "");
                        },
                        "courier-password"),
                of(
                        "no global uid",
                        patient -> patient.replace("courier/authldaprc", "LDAP_GLOB_UID", ""),
                        "courier-mail-owner"),
                of(
                        "authldaprc open to all",
                        patient -> patient.mode("courier/authldaprc", "rw-r--r--"),
                        "courier-private"),
                of(
                        "another module",
                        patient -> patient.replace(
                                "courier/authdaemonrc", "authmodulelist=", "authmodulelist=\"authpam\""),
                        "courier-module"));
    }
}
