package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

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

    private PostfixFiles() {}

    /**
     * Makes the folders, main.cf without a word about the mail and master.cf.
     *
     * @param folder does not exist
     */
    static void write(Path folder, int port) throws IOException {
        for (String each : List.of("", "etc", "etc/vmail", "queue", "data", "log")) {
            Path made = Files.createDirectory(folder.resolve(each));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setOwner(
                folder.resolve("data"),
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Files.writeString(folder.resolve("etc/main.cf"), HEAD.formatted(folder));
        Files.writeString(folder.resolve("etc/master.cf"), MASTER.formatted(port));
    }
}
