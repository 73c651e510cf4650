package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.store.DiskAttributes;
import vmail.store.Fault;
import vmail.store.Fault.Kind;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Present;
import vmail.store.ItemState.Wrong;
import vmail.store.Owner;
import vmail.store.Repair;
import vmail.store.Subscription;
import vmail.store.SubscriptionLines;

/** Whether a {@code shared-maildirs} has a line, as Courier would read it. */
final class SubscriptionLook {

    private static final int READ = 4;

    private SubscriptionLook() {}

    static ItemState at(Subscription subscription, DiskAttributes found, Owner mailOwner) throws IOException {
        Path file = subscription.path();
        Optional<Fault> fault = fileFault(file, found, mailOwner);
        if (fault.isPresent()) {
            return new Wrong(List.of(fault.get()));
        }
        SubscriptionLines lines = Disk.subscriptions(file);
        if (lines.hold(subscription)) {
            return new Present();
        }
        return lines.contradicting(subscription)
                .<ItemState>map(line -> new Wrong(List.of(lineFault(subscription, line))))
                .orElse(new Missing());
    }

    /** Whether a maildir has no such file, or one that Courier can read. */
    static boolean isReadable(Path maildir, Names names, Owner mailOwner) throws IOException {
        Path file = maildir.resolve("shared-maildirs");
        return names.look(file)
                .flatMap(found -> fileFault(file, found, mailOwner))
                .isEmpty();
    }

    private static Fault lineFault(Subscription subscription, SubscriptionLines.Line line) {
        Path file = subscription.path();
        String place = file + " line " + line.number();
        return line.fault()
                .map(words -> new Fault(
                        Kind.SUBSCRIPTION_LINE,
                        file,
                        place + " " + words,
                        words.startsWith("ends with CR")
                                ? "Run as the mail owner: sed -i 's/\\r$//' " + Repair.quoted(file)
                                : "Correct the line to: " + subscription.line()))
                .orElse(new Fault(
                        Kind.SUBSCRIPTION_LINE,
                        file,
                        place + " names " + DiskPath.shown(line.path()) + " as " + subscription.nick() + ", expected "
                                + subscription.maildir(),
                        "Delete that line if nobody means it so, then run vmail make-stores"));
    }

    private static Optional<Fault> fileFault(Path file, DiskAttributes found, Owner mailOwner) {
        if (!found.isFile()) {
            return fault(file, " is " + found.kind() + ", expected a file", "Move it away, then run vmail make-stores")
                    .map(Fault::deciding);
        }
        if (found.size() > SubscriptionLines.LARGEST) {
            return fault(
                            file,
                            " has " + found.size() + " bytes, expected " + SubscriptionLines.LARGEST + " at most",
                            "Look what has written it, move it away, then run vmail make-stores")
                    .map(Fault::deciding);
        }
        if (!found.grants(mailOwner, READ)) {
            return fault(
                    file,
                    " has mode " + found.permissionsText() + " and belongs to " + found.uid() + ":" + found.gid()
                            + ", so that the mail owner " + mailOwner + " can not read it",
                    "Run as root: chown -h " + mailOwner + " " + Repair.quoted(file) + " && chmod 0644 "
                            + Repair.quoted(file));
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(Path file, String found, String remedy) {
        return Optional.of(new Fault(Kind.SUBSCRIPTION_FILE, file, file + found, remedy));
    }
}
