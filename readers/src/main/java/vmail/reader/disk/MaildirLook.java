package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmail.account.DiskPath;
import vmail.store.DiskAttributes;
import vmail.store.Fault;
import vmail.store.Fault.Kind;
import vmail.store.ItemState;
import vmail.store.ItemState.Present;
import vmail.store.ItemState.Wrong;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.Repair;

/**
 * How a maildir, sharable maildir or folder differs from what maildirmake makes. Parts with the same fault give one fault:
 * after a run as root all four directories of every maildir have the wrong owner.
 */
final class MaildirLook {

    private static final int ALL = 7;
    private static final String MAKE = "Run vmail make-stores";

    private final Path path;
    private final MaildirShape shape;
    private final Owner owner;
    private final boolean groupMatters;
    private final Names names;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Path>> strangers = new LinkedHashMap<>();
    private final Set<Long> devices = new HashSet<>();
    private final List<Path> unusable = new ArrayList<>();
    private final Map<String, List<Path>> otherModes = new LinkedHashMap<>();

    MaildirLook(Path path, MaildirShape shape, Owner owner, boolean groupMatters) {
        this(path, shape, owner, groupMatters, Disk::look);
    }

    /** @param names of what is in it */
    MaildirLook(Path path, MaildirShape shape, Owner owner, boolean groupMatters, Names names) {
        this.path = path;
        this.shape = shape;
        this.owner = owner;
        this.groupMatters = groupMatters;
        this.names = names;
    }

    ItemState at(DiskAttributes found) throws IOException {
        List<Fault> all = faults(found);
        return all.isEmpty() ? new Present() : new Wrong(all);
    }

    List<Fault> faults(DiskAttributes found) throws IOException {
        if (look(path, found, shape.mode())) {
            parts();
        }
        strangers.forEach((who, paths) -> faults.add(new Fault(
                Kind.OWNER,
                path,
                names(paths) + " " + verb(paths, "belongs", "belong") + " to " + who + ", expected " + owner,
                Repair.chown(path, owner))));
        if (!unusable.isEmpty()) {
            faults.add(new Fault(
                    Kind.NOT_USABLE,
                    path,
                    names(unusable) + " " + verb(unusable, "gives", "give")
                            + " the owner less than read, write and search",
                    "Run as the mail owner: chmod u+rwx " + arguments(unusable)));
        }
        otherModes.forEach(this::addModeFault);
        return List.copyOf(faults);
    }

    private void parts() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String part : MaildirShape.PARTS) {
            Optional<DiskAttributes> found = names.look(path.resolve(part));
            if (found.isPresent()) {
                look(path.resolve(part), found.get(), shape.innerMode());
                devices.add(found.get().device());
            } else {
                missing.add(part);
            }
        }
        if (!missing.isEmpty()) {
            addMissing(missing);
        }
        if (devices.size() > 1) {
            faults.add(new Fault(
                    Kind.DEVICES,
                    path,
                    "cur, new and tmp of " + shown(path)
                            + " are on different file systems, so that mail can not be moved between" + " them",
                    "Unmount what is mounted inside of it: findmnt -R " + Repair.quoted(path)));
        }
        if (shape.marked() && names.look(path.resolve(MaildirShape.MARKER)).isEmpty()) {
            String lacks = shown(path) + " lacks " + MaildirShape.MARKER;
            faults.add(
                    isOwn()
                            ? new Fault(
                                    Kind.FOLDER_MARKER,
                                    path,
                                    lacks,
                                    "Run as the mail owner: touch " + Repair.quoted(path.resolve(MaildirShape.MARKER)))
                            : new Fault(Kind.MARKER, path, lacks, MAKE));
        }
    }

    private void addMissing(List<String> missing) {
        String lacks = shown(path) + " lacks " + String.join(", ", missing);
        faults.add(
                isOwn()
                        ? new Fault(
                                Kind.FOLDER_INCOMPLETE,
                                path,
                                lacks,
                                "Run as the mail owner: mkdir -m 0700 "
                                        + arguments(missing.stream()
                                                .map(path::resolve)
                                                .toList()))
                        : new Fault(Kind.INCOMPLETE, path, lacks, MAKE));
    }

    private boolean isOwn() {
        return shape.equals(MaildirShape.OWN_FOLDER);
    }

    /** False when it is no directory. */
    private boolean look(Path directory, DiskAttributes found, int mode) throws IOException {
        if (found.isLink()) {
            faults.add(new Fault(
                    Kind.LINKED,
                    directory,
                    shown(directory) + " is a symbolic link to " + new DiskPath(Files.readSymbolicLink(directory))
                            + ", expected a directory",
                    "Look whose mail it shows, run: rm " + Repair.quoted(directory) + " and then vmail make-stores"));
            return false;
        }
        if (!found.isDirectory()) {
            faults.add(new Fault(
                    Kind.NO_DIRECTORY,
                    directory,
                    shown(directory) + " is " + found.kind() + ", expected a directory",
                    Repair.moveAside(directory, "a file may be an mbox with mail")));
            return false;
        }
        if (found.uid() != owner.uid() || (groupMatters && found.gid() != owner.gid())) {
            strangers
                    .computeIfAbsent(found.uid() + ":" + found.gid(), who -> new ArrayList<>())
                    .add(directory);
        }
        if (((found.mode() >> 6) & ALL) != ALL) {
            unusable.add(directory);
        } else if (mode != MaildirShape.ANY_MODE && found.permissions() != mode) {
            otherModes
                    .computeIfAbsent(
                            String.format("%s, expected %04o", found.permissionsText(), mode),
                            modes -> new ArrayList<>())
                    .add(directory);
        }
        return true;
    }

    private void addModeFault(String modes, List<Path> paths) {
        Kind kind = shape.equals(MaildirShape.PERSONAL)
                ? Kind.NOT_PRIVATE
                : shape.equals(MaildirShape.SHARABLE) ? Kind.SHARABLE_MODE : Kind.FOLDER_MODE;
        String expected = modes.substring(modes.length() - 4);
        faults.add(new Fault(
                kind,
                path,
                names(paths) + " " + verb(paths, "has", "have") + " mode " + modes,
                "Run as the mail owner: chmod " + expected + " " + arguments(paths)));
    }

    /** The first in full, the others by name. */
    private static String names(List<Path> paths) {
        return shown(paths.get(0))
                + paths.stream().skip(1).map(part -> ", " + part.getFileName()).collect(Collectors.joining());
    }

    private static String shown(Path path) {
        return new DiskPath(path).toString();
    }

    private static String verb(List<Path> paths, String one, String several) {
        return paths.size() == 1 ? one : several;
    }

    private static String arguments(List<Path> paths) {
        return paths.stream().map(Repair::quoted).collect(Collectors.joining(" "));
    }
}
