package vmail.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmail.reader.source.ShellWord;
import vmail.writer.configuration.ConfigurationFile;

/**
 * What an administrator types after {@code vmail render}, as root, on the host of the server.
 *
 * @param files those that are written
 * @param folder where they are
 * @param mapsFolder where Postfix's are to lie; empty is beside its main.cf
 * @param slapdFolder where slapd's are to lie
 */
record NextCommands(
        List<ConfigurationFile> files,
        Path folder,
        Optional<Path> mapsFolder,
        Path slapdFolder,
        Path databaseDirectory) {

    private static final Path BESIDE_MAIN_CF = Path.of("/etc/postfix/vmail");

    List<String> of(Set<RenderCommand.Target> targets) {
        List<String> commands = new ArrayList<>();
        if (targets.contains(RenderCommand.Target.postfix)) {
            commands.addAll(postfix());
        }
        if (targets.contains(RenderCommand.Target.courier)) {
            commands.addAll(courier());
        }
        if (targets.contains(RenderCommand.Target.slapd)) {
            commands.addAll(slapd());
        }
        return commands;
    }

    private List<String> postfix() {
        Path maps = mapsFolder.orElse(BESIDE_MAIN_CF);
        List<String> commands = new ArrayList<>(install("postfix", maps));
        commands.add("grep '^[a-z]' " + word(folder.resolve("main.cf")) + " | xargs -d '\\n' postconf -e");
        commands.add("postmap -q ADDRESS ldap:" + word(maps.resolve("mailboxes.cf")));
        commands.add("postfix check && postfix reload");
        return commands;
    }

    private List<String> courier() {
        List<String> commands = new ArrayList<>(install("courier", Path.of("/etc/courier")));
        commands.add("service courier-authdaemon restart");
        commands.add("authtest -s imap UID");
        return commands;
    }

    private List<String> slapd() {
        List<String> commands = new ArrayList<>(install("openldap", slapdFolder));
        if (!slapdFolder.equals(folder)) {
            commands.add("install -b -m 644 %s %s %s"
                    .formatted(
                            word(folder.resolve("slapd.conf")),
                            word(folder.resolve("qmail.schema")),
                            word(slapdFolder)));
        }
        Path conf = slapdFolder.resolve("slapd.conf");
        commands.add("install -d -m 700 -o openldap -g openldap " + word(databaseDirectory));
        commands.add("slaptest -u -f " + word(conf));
        commands.add("echo SLAPD_CONF=" + word(conf) + " >>/etc/default/slapd && service slapd restart");
        commands.add("# or, for the schema alone where slapd is configured through cn=config:");
        commands.add("ldapadd -Y EXTERNAL -H ldapi:/// -f " + word(folder.resolve("qmail.ldif")));
        return commands;
    }

    /** Brings the files of a group to their place; keeps what is there under its name with a tilde. */
    private List<String> install(String group, Path place) {
        List<String> names = files.stream()
                .filter(file -> file.group().equals(group))
                .map(file -> word(folder.resolve(file.name())))
                .toList();
        if (place.equals(folder)) {
            return names.isEmpty() ? List.of() : List.of("chgrp " + group + " " + String.join(" ", names));
        }
        List<String> commands = new ArrayList<>(List.of("install -d " + word(place)));
        if (!names.isEmpty()) {
            commands.add("install -b -m 640 -g " + group + " " + String.join(" ", names) + " " + word(place));
        }
        return commands;
    }

    private static String word(Path path) {
        return ShellWord.of(path.toString());
    }
}
