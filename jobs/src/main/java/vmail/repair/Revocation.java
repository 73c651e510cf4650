package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.Account;
import vmail.reader.directory.IncompleteRead;
import vmail.store.Subscription;
import vmail.writer.repair.Change;
import vmail.writer.repair.ContentChange;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Takes the access to a shared folder away that no seeAlso gives: the line of {@code shared-maildirs}, and what Courier keeps of the
 * folder since it was opened, through which it could still be read.
 */
record Revocation() implements Act {

    private static final int MODE = 0644;

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        boolean line = place.endsWith("shared-maildirs");
        Path maildir =
                line ? place.resolveSibling("") : place.resolveSibling("").resolveSibling("");
        String nick = line ? found.finding().about() : place.getFileName().toString();
        List<Account> people = found.site().accounts().people(maildir);
        if (people.size() != 1 || nick.isEmpty()) {
            return new Proposal.Decision("whose access it is can not be told");
        }
        List<Subscription> wanted = found.site().accounts().layout(people.get(0)).stream()
                .filter(Subscription.class::isInstance)
                .map(Subscription.class::cast)
                .toList();
        List<List<Change>> stages = new ArrayList<>();
        Path file = maildir.resolve("shared-maildirs");
        Optional<byte[]> now = found.disk().read(file);
        if (now.isPresent()) {
            SubscriptionText before = SubscriptionText.of(now.get());
            SubscriptionText after = before.without(nick, wanted);
            if (!after.equals(before)) {
                stages.add(List.of(ContentChange.of(file, now, Optional.of(after.bytes()), MODE)));
            }
        }
        Path opened = maildir.resolve("shared-folders").resolve(nick);
        Optional<Standing> standing = found.disk().look(opened).filter(Standing::isDirectory);
        boolean wantedStill = wanted.stream().anyMatch(each -> each.nick().equals(nick));
        if (standing.isPresent() && !wantedStill) {
            stages.addAll(Displacement.of(found, opened, standing.get()).stages());
        }
        if (stages.isEmpty()) {
            return new Proposal.Gone();
        }
        return found.named() ? new Proposal.Work(stages, List::of) : new Proposal.Named("");
    }
}
