package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import vmail.lookup.Lookup;

/** What Postfix needs beyond what it is told about the mail: where it keeps its files, where it listens, that it is quick and sends nothing out. */
final class PostfixFiles {

    private static final String HEAD = """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            maillog_file_prefixes = %1$s
            maillog_file = %1$s/log/mail.log
            myhostname = mail.example
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            alias_maps =
            default_transport = error:5.4.1 tests send nothing out
            relay_transport = error:5.4.1 tests send nothing out
            smtpd_relay_restrictions = reject_unauth_destination
            queue_run_delay = 2s
            minimal_backoff_time = 2s
            maximal_backoff_time = 2s
            """;

    private static final String MASTER = """
            127.0.0.1:%d inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            showq unix n - n - - showq
            error unix - - n - - error
            retry unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            postlog unix-dgram n - n - 1 postlogd
            """;

    private static final String MAIN = """
            local_transport = virtual
            mydestination = $myhostname, localhost.$mydomain, localhost, ldap:${config_directory}/domains.cf
            local_recipient_maps = $virtual_mailbox_maps
            virtual_alias_domains =
            virtual_mailbox_domains =
            virtual_alias_maps = ldap:${config_directory}/aliases.cf
            virtual_mailbox_maps = ldap:${config_directory}/mailboxes.cf
            virtual_mailbox_base = /
            virtual_mailbox_limit = 0
            virtual_minimum_uid = 500
            virtual_uid_maps = static:5000
            virtual_gid_maps = static:5000
            """;

    private PostfixFiles() {}

    /** The howto's lines for main.cf (2.2 to 2.4), as they have to be today. */
    static String main() {
        return MAIN;
    }

    /** The howto's maps. */
    static Map<String, String> maps(Slapd slapd) {
        return Map.of(
                "domains.cf", map(slapd, "ou=postfix,ou=System,o=company", Lookup.DOMAIN),
                "aliases.cf", map(slapd, "ou=Tokelau,o=company", Lookup.ALIAS),
                "mailboxes.cf", map(slapd, "ou=Tokelau,o=company", Lookup.MAILBOX));
    }

    private static String map(Slapd slapd, String base, Lookup lookup) {
        return """
                server_host = %s
                version = 3
                bind = yes
                bind_dn = %s
                bind_pw = %s
                search_base = %s
                query_filter = %s
                result_attribute = %s
                """.formatted(
                slapd.url(), Slapd.SYSTEM, Slapd.SYSTEM_PASSWORD, base, lookup.template(), lookup.resultAttribute());
    }

    /** @param folder does not exist */
    static void write(Path folder, int port, String main, Map<String, String> maps) throws IOException {
        for (String each : List.of("", "etc", "queue", "data", "log")) {
            Path made = Files.createDirectory(folder.resolve(each));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setOwner(
                folder.resolve("data"),
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Path etc = folder.resolve("etc");
        Files.writeString(etc.resolve("main.cf"), HEAD.formatted(folder) + main);
        Files.writeString(etc.resolve("master.cf"), MASTER.formatted(port));
        for (Map.Entry<String, String> each : maps.entrySet()) {
            giveToPostfix(Files.writeString(etc.resolve(each.getKey()), each.getValue()));
        }
    }

    /** The delivery agent opens the maps as postfix; they hold a password. */
    private static void giveToPostfix(Path map) throws IOException {
        Files.setPosixFilePermissions(map, PosixFilePermissions.fromString("rw-r-----"));
        Files.getFileAttributeView(map, PosixFileAttributeView.class)
                .setGroup(map.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("postfix"));
    }
}
