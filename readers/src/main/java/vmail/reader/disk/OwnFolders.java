package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vmail.account.DiskPath;
import vmail.account.FolderName;
import vmail.store.DiskAttributes;
import vmail.store.Fault;
import vmail.store.Fault.Kind;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.Repair;

/**
 * What is odd inside of a person's maildir: the folders that its owner or a mail program has made, and what older servers have left.
 * What Courier, Dovecot and mail programs add is normal, whatever it is, as long as no mail is hidden by it.
 *
 * @param names of what is in the maildir
 */
record OwnFolders(Path maildir, Listing names, Owner owner, boolean groupMatters) {

    private static final String FOREIGN = "cyrus.";

    List<Fault> faults() throws IOException {
        List<Fault> faults = new ArrayList<>();
        Map<String, Path> alike = new HashMap<>();
        for (Map.Entry<Path, DiskAttributes> child : names.children().entrySet()) {
            Path path = child.getKey();
            String name = path.getFileName().toString();
            DiskAttributes found = child.getValue();
            if (name.startsWith(FOREIGN) && found.isFile()) {
                faults.add(foreign(path));
            } else if (!name.startsWith(".")) {
                inner(path, name, found, faults);
            } else if (found.isLink()) {
                link(path, faults);
            } else if (found.isDirectory()) {
                folder(path, name, found, faults);
                twin(path, name, alike, faults);
            }
        }
        return faults;
    }

    private void folder(Path path, String name, DiskAttributes found, List<Fault> faults) throws IOException {
        FolderNameLook.fault(path, name).ifPresent(faults::add);
        Listing inside = Listing.of(path, found);
        faults.addAll(new MaildirLook(path, MaildirShape.OWN_FOLDER, owner, groupMatters, inside).faults(found));
        for (Map.Entry<Path, DiskAttributes> child : inside.children().entrySet()) {
            String inner = child.getKey().getFileName().toString();
            if (child.getValue().isDirectory() && !MaildirShape.PARTS.contains(inner)) {
                innerMaildir(child.getKey(), child.getValue(), faults);
            }
        }
    }

    private void inner(Path path, String name, DiskAttributes found, List<Fault> faults) throws IOException {
        // what ends with a comma has a finding of its own
        if (found.isDirectory() && !MaildirShape.PARTS.contains(name) && !name.endsWith(",")) {
            innerMaildir(path, found, faults);
        }
    }

    /** A directory that is no maildir may be anybody's: filters and mail programs keep theirs at home, which is the maildir. */
    private static void innerMaildir(Path path, DiskAttributes found, List<Fault> faults) throws IOException {
        Listing inside = Listing.of(path, found);
        if (inside.isMaildir(path)) {
            faults.add(new Fault(
                    Kind.INNER_MAILDIR,
                    path,
                    new DiskPath(path) + " is a maildir with "
                            + Messages.in(path).words() + " inside of a maildir, where no mail program shows it",
                    "Make it a folder, as the mail owner: mv -nT " + Repair.quoted(path) + " "
                            + Repair.quoted(FolderName.asFolder(path))));
        }
    }

    /** Courier shows a link to a maildir as a folder. */
    private void link(Path path, List<Fault> faults) throws IOException {
        Path target = Files.readSymbolicLink(path);
        if (!path.resolveSibling(target).normalize().startsWith(maildir)) {
            faults.add(new Fault(
                    Kind.LINKED,
                    path,
                    new DiskPath(path) + " is a symbolic link to " + new DiskPath(target)
                            + ", whose mail is shown as a folder of this account",
                    "Look whose mail it shows, then run: rm " + Repair.quoted(path)));
        }
    }

    private static Fault foreign(Path path) {
        return new Fault(
                Kind.FOREIGN_FILE,
                path,
                new DiskPath(path) + " was left by a Cyrus server; Courier does not read it",
                "If the mail has been moved, run as the mail owner: rm " + Repair.quoted(path));
    }

    private static void twin(Path path, String name, Map<String, Path> alike, List<Fault> faults) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        Path other = alike.putIfAbsent(folded, path);
        if (other != null) {
            faults.add(new Fault(
                    Kind.FOLDER_TWIN,
                    path,
                    new DiskPath(path) + " differs from "
                            + DiskPath.shown(other.getFileName().toString())
                            + " by upper and lower case or by the form of its letters only",
                    "Let the owner give one of them another name"));
        }
    }
}
