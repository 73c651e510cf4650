package vmail.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmail.reader.source.ShellWord;

/**
 * What an administrator types after {@code vmail render}, as root, on the host of the server.
 *
 * @param folder where the files are
 * @param mapsFolder where Postfix's are to lie; empty is beside its main.cf
 * @param slapdFolder where slapd's are to lie
 */
record NextCommands(Path folder, Optional<Path> mapsFolder, Path slapdFolder, Path databaseDirectory) {

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
        List<String> commands = new ArrayList<>();
        if (!maps.equals(folder)) {
            commands.add("install -d " + word(maps));
        }
        commands.addAll(install("postfix", maps, "mailboxes.cf", "aliases.cf", "domains.cf"));
        commands.add("grep '^[a-z]' " + file("main.cf") + " | xargs -d '\\n' postconf -e");
        commands.add("postmap -q ADDRESS ldap:" + word(maps.resolve("mailboxes.cf")));
        commands.add("postfix check && postfix reload");
        return commands;
    }

    private List<String> courier() {
        List<String> commands =
                new ArrayList<>(install("courier", Path.of("/etc/courier"), "authldaprc", "authdaemonrc"));
        commands.add("service courier-authdaemon restart");
        commands.add("authtest -s imap UID");
        return commands;
    }

    private List<String> slapd() {
        List<String> commands = new ArrayList<>();
        if (!slapdFolder.equals(folder)) {
            commands.add("install -d " + word(slapdFolder));
            commands.add(
                    "install -b -m 644 " + file("slapd.conf") + " " + file("qmail.schema") + " " + word(slapdFolder));
            commands.add("test ! -e %1$s || install -b -m 640 -g openldap %1$s %2$s"
                    .formatted(file("rootpw.conf"), word(slapdFolder)));
        }
        commands.add("install -d -m 700 -o openldap -g openldap " + word(databaseDirectory));
        commands.add("slaptest -u -f " + word(slapdFolder.resolve("slapd.conf")));
        return commands;
    }

    /** Keeps what was there under its name with a tilde. */
    private List<String> install(String group, Path place, String... names) {
        if (place.equals(folder)) {
            return List.of("chgrp " + group + " " + files(names));
        }
        return List.of("install -b -m 640 -g " + group + " " + files(names) + " " + word(place));
    }

    private String files(String... names) {
        return String.join(" ", List.of(names).stream().map(this::file).toList());
    }

    private String file(String name) {
        return word(folder.resolve(name));
    }

    private static String word(Path path) {
        return ShellWord.of(path.toString());
    }
}
