package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Path path;
    private final MaildirShape shape;
    private final Owner owner;
    private final boolean groupMatters;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Path>> strangers = new LinkedHashMap<>();
    private final List<Path> unusable = new ArrayList<>();
    private final Map<String, List<Path>> otherModes = new LinkedHashMap<>();

    MaildirLook(Path path, MaildirShape shape, Owner owner, boolean groupMatters) {
        this.path = path;
        this.shape = shape;
        this.owner = owner;
        this.groupMatters = groupMatters;
    }

    ItemState at(DiskAttributes found) throws IOException {
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
        return faults.isEmpty() ? new Present() : new Wrong(faults);
    }

    private void parts() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String part : MaildirShape.PARTS) {
            Optional<DiskAttributes> found = Disk.look(path.resolve(part));
            if (found.isPresent()) {
                look(path.resolve(part), found.get(), shape.innerMode());
            } else {
                missing.add(part);
            }
        }
        if (!missing.isEmpty()) {
            faults.add(new Fault(
                    Kind.INCOMPLETE, path, path + " lacks " + String.join(", ", missing), "Run vmail make-stores"));
        }
        if (shape.marked() && Disk.look(path.resolve(MaildirShape.MARKER)).isEmpty()) {
            faults.add(new Fault(Kind.MARKER, path, path + " lacks " + MaildirShape.MARKER, "Run vmail make-stores"));
        }
    }

    /** False when it is no directory. */
    private boolean look(Path directory, DiskAttributes found, int mode) throws IOException {
        if (found.isLink()) {
            faults.add(new Fault(
                    Kind.LINKED,
                    directory,
                    directory + " is a symbolic link to " + new DiskPath(Files.readSymbolicLink(directory))
                            + ", expected a directory",
                    "Look whose mail it shows, run: rm " + Repair.quoted(directory) + " and then vmail make-stores"));
            return false;
        }
        if (!found.isDirectory()) {
            faults.add(new Fault(
                    Kind.NO_DIRECTORY,
                    directory,
                    directory + " is " + found.kind() + ", expected a directory",
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
        } else if (found.permissions() != mode) {
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
        return paths.get(0)
                + paths.stream().skip(1).map(part -> ", " + part.getFileName()).collect(Collectors.joining());
    }

    private static String verb(List<Path> paths, String one, String several) {
        return paths.size() == 1 ? one : several;
    }

    private static String arguments(List<Path> paths) {
        return paths.stream().map(Repair::quoted).collect(Collectors.joining(" "));
    }
}
