package vmail.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.reader.configuration.LdapTable;
import vmail.reader.configuration.Parameter;
import vmail.reader.configuration.PostfixConfiguration;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.Repair;

/** Whether the files of the tables are there, Postfix can read them, and others can not read the passwords in them. */
record PostfixFiles(PostfixConfiguration postfix, List<LdapTable> tables, UnixUsers users) {

    private static final int READ = 4;
    private static final int SEARCH = 1;
    private static final int READABLE_BY_ALL = 0004;

    List<Examination> examine() {
        List<Examination> all = new ArrayList<>(known());
        all.add(readable());
        all.add(secret());
        return all;
    }

    static String unreadable(LdapTable table) {
        return "%s can not be read (%s); run vmail doctor as root".formatted(table.name(), table.trouble());
    }

    private List<Examination> known() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_MAP_KNOWN;
        List<Examination> all = new ArrayList<>();
        List<Finding> missing = tables.stream()
                .filter(table -> table.state() == LdapTable.State.MISSING)
                .map(table -> rule.finding(
                        table.namedAt(),
                        table.file().isPresent()
                                ? "%s is named, but there is no such file".formatted(table.name())
                                : "%s is named, but no %s_server_host or other parameter defines it"
                                        .formatted(table.name(), bare(table)),
                        "Write the table (vmail render postfix), or correct its name"))
                .toList();
        if (!missing.isEmpty()) {
            all.add(Examination.of(rule, missing, ""));
        }
        tables.stream()
                .filter(table -> table.state() == LdapTable.State.UNREADABLE)
                .forEach(table -> all.add(Examination.unknown(rule, unreadable(table))));
        return all.isEmpty() ? List.of(Examination.ok(rule, tables.size() + " ldap tables")) : all;
    }

    private static String bare(LdapTable table) {
        return table.name().substring("ldap:".length());
    }

    private Examination readable() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_MAP_READABLE;
        String name = postfix.value("mail_owner");
        try {
            Optional<UnixUser> user = users.named(name);
            if (user.isEmpty()) {
                return Examination.skipped(rule, "this host has no user " + name);
            }
            List<Finding> findings = new ArrayList<>();
            for (LdapTable table : tables) {
                if (table.file().isPresent() && table.state() != LdapTable.State.MISSING) {
                    closed(table.file().get(), user.get()).ifPresent(findings::add);
                }
            }
            return Examination.of(rule, findings, name + " can read them");
        } catch (IOException e) {
            return Examination.unknown(rule, "the modes can not be seen: " + Errno.words(e));
        }
    }

    private static Optional<Finding> closed(Path file, UnixUser user) throws IOException {
        Path real = file.toRealPath();
        DiskAttributes found = look(real);
        if (!user.may(found, READ)) {
            return Optional.of(SurroundingsRule.POSTFIX_MAP_READABLE.finding(
                    new DiskPath(file),
                    "%s can not read it: %d:%d, mode %s"
                            .formatted(user.name(), found.uid(), found.gid(), found.permissionsText()),
                    "Run: chgrp %s %s; chmod 640 %s".formatted(user.name(), Repair.quoted(file), Repair.quoted(file))));
        }
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            DiskAttributes directory = look(above);
            if (!user.may(directory, SEARCH)) {
                return Optional.of(SurroundingsRule.POSTFIX_MAP_READABLE.finding(
                        new DiskPath(file),
                        "%s can not reach it: %s has mode %s"
                                .formatted(user.name(), above, directory.permissionsText()),
                        "Run: chmod o+x " + Repair.quoted(above)));
            }
        }
        return Optional.empty();
    }

    private Examination secret() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_MAP_PRIVATE;
        List<Finding> findings = new ArrayList<>();
        try {
            for (LdapTable table : tables) {
                Optional<Path> file = table.file();
                if (file.isPresent() && table.password().isPresent() && isOpen(file.get())) {
                    findings.add(
                            open(table.password().get(), file.get(), "Run: chmod 640 " + Repair.quoted(file.get())));
                }
            }
            for (Parameter password : postfix.passwords()) {
                if (isOpen(postfix.mainFile())) {
                    findings.add(open(
                            password,
                            postfix.mainFile(),
                            "Move the table into a file of its own (vmail render postfix), root:postfix, mode 0640; then change the"
                                    + " password"));
                }
            }
        } catch (IOException e) {
            return Examination.unknown(rule, "the modes can not be seen: " + Errno.words(e));
        }
        return Examination.of(rule, findings, "not everybody can read the passwords");
    }

    private static boolean isOpen(Path file) throws IOException {
        return (look(file.toRealPath()).permissions() & READABLE_BY_ALL) != 0;
    }

    private static Finding open(Parameter password, Path file, String remedy) {
        return SurroundingsRule.POSTFIX_MAP_PRIVATE.finding(
                password.origin(),
                "everybody can read %s, and %s is in it".formatted(file.getFileName(), password.name()),
                remedy);
    }

    private static DiskAttributes look(Path path) throws IOException {
        return DiskAttributes.of(Files.readAttributes(path, DiskAttributes.NAMES));
    }
}
