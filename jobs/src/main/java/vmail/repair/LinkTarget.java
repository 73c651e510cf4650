package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmail.reader.directory.IncompleteRead;
import vmail.store.DeliveryLink;
import vmail.writer.repair.LinkChange;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Leads a delivery link to its own folder, where it leads nowhere or elsewhere in its own sharable maildir. One that leads to other
 * people's mail may be meant so; whoever takes it away has to look what has come there.
 */
record LinkTarget() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<DeliveryLink> wanted = wanted(found);
        Optional<Path> target = found.disk().look(place).flatMap(Standing::target);
        if (wanted.isEmpty() || target.isEmpty()) {
            return new Proposal.Gone();
        }
        Path leads = place.resolveSibling(target.get()).normalize();
        Path right = wanted.get().target();
        if (target.get().equals(right)) {
            return new Proposal.Gone();
        }
        boolean ours = leads.startsWith(right.resolveSibling(""));
        boolean below = leads.startsWith(found.disk().base().path())
                && !leads.equals(found.disk().base().path());
        boolean nowhere =
                below && (leads.equals(place) || found.disk().look(leads).isEmpty());
        return ours || nowhere
                ? Proposal.of(List.of(new LinkChange(place, target.get(), right)))
                : new Proposal.Decision("it leads to other mail");
    }

    static Optional<DeliveryLink> wanted(Case found) throws IncompleteRead {
        return found.site().accounts().layout(found.finding().dn(), found.place()).stream()
                .filter(DeliveryLink.class::isInstance)
                .map(DeliveryLink.class::cast)
                .findFirst();
    }
}
