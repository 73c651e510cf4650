package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.reader.directory.IncompleteRead;
import vmail.store.DeliveryLink;
import vmail.writer.repair.Census;
import vmail.writer.repair.Change;
import vmail.writer.repair.NewItems;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.Standing;

/**
 * Puts the delivery link where a real directory stands: the directory goes to the quarantine, the link takes its place, and the mail
 * follows into the folder that people read. One without mail is moved at once; one with mail is a plan.
 *
 * <p>First the directory is moved and then its mail, so that nothing comes in behind the mail's back: who delivers by its old name
 * finds the link.
 */
record RealDirectory() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<DeliveryLink> link = LinkTarget.wanted(found);
        Optional<Standing> standing = found.disk().look(place);
        if (link.isEmpty() || standing.isEmpty() || standing.get().isLink()) {
            return new Proposal.Gone();
        }
        long messages = Census.of(found.disk(), place).messages();
        List<Mail> mail = standing.get().isDirectory() ? Mail.in(found.disk(), place) : List.of();
        if (mail.size() < messages) {
            return new Proposal.Decision("there is mail in folders inside of it");
        }
        boolean empty = standing.get().isDirectory() && messages == 0;
        if (!empty && !found.named()) {
            return new Proposal.Named(
                    standing.get().isDirectory()
                            ? "it has " + messages + (messages == 1 ? " message" : " messages")
                            : "it is " + standing.get().attributes().kind());
        }
        Path target = link.get().target();
        if (messages > 0 && !Mail.isMaildir(found.disk(), target)) {
            return new Proposal.Decision(target + ", where its mail belongs, has to be repaired first");
        }
        Displacement away = Displacement.of(found, place, standing.get(), new Census(0, 0));
        Path aside = away.at();
        List<Change> then = new ArrayList<>();
        then.add(NewItems.of(link.get()));
        mail.forEach(message -> then.add(message.in(aside).to(target)));
        return new Proposal.Work(
                Stream.concat(away.stages().stream(), Stream.of(then)).toList(),
                () -> late(found.disk(), aside, target));
    }

    private static List<Change> late(OpenMailBase disk, Path aside, Path target) throws IOException, InTheWay {
        List<Change> changes = new ArrayList<>();
        for (Mail message : Mail.in(disk, aside)) {
            if (disk.look(message.target(target)).isEmpty()) {
                changes.add(message.to(target));
            }
        }
        return changes;
    }
}
