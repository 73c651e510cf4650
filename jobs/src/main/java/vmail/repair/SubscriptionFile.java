package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.account.Account;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.Mending;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.writer.repair.Change;
import vmail.writer.repair.ContentChange;
import vmail.writer.store.InTheWay;

/**
 * Puts the lines of a person's {@code shared-maildirs} right: line ends, lines that stand twice, lines of ours that lead nowhere, lines
 * that are missing. All others stay as they are, to the byte.
 */
record SubscriptionFile(Site site) {

    /** {@code maildirmake --add} leaves it so. */
    private static final int MODE = 0644;

    /** Of a finding about a file. */
    static Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path file = found.place();
        if (!file.endsWith("shared-maildirs")) {
            return new Opened().propose(found);
        }
        List<Account> people = found.site().accounts().people(file.resolveSibling(""));
        if (people.size() != 1) {
            return new Proposal.Decision("not one person has this maildir, but " + people.size());
        }
        SubscriptionFile itself = new SubscriptionFile(found.site());
        List<Subscription> wanted = subscriptions(found.site().accounts().layout(people.get(0)));
        Optional<Change> change = itself.change(file, wanted);
        if (change.isPresent()) {
            return Proposal.of(List.of(change.get()));
        }
        if (itself.isRight(file, wanted)) {
            return new Proposal.Gone();
        }
        return found.finding().mending() == Mending.PLANNED
                ? itself.without(found, file, wanted)
                : new Proposal.Decision("its path leads to other mail");
    }

    /** A line that Courier can not use and that is none of ours. */
    private Proposal without(Case found, Path file, List<Subscription> wanted) throws IOException, InTheWay {
        Optional<byte[]> now = site.disk().read(file);
        SubscriptionText before = SubscriptionText.of(now.orElse(new byte[0]));
        SubscriptionText after = before.without(found.finding().about(), wanted);
        if (after.equals(before)) {
            return new Proposal.Decision("the line can not be told from others");
        }
        return found.named()
                ? Proposal.of(List.of(ContentChange.of(file, now, Optional.of(after.bytes()), MODE)))
                : new Proposal.Named("its line is taken out");
    }

    /** The files of the subscriptions among some items, whose maildir is yet to be made. */
    static List<Change> newFiles(List<StoreItem> items) throws IOException, InTheWay {
        Map<Path, List<Subscription>> files =
                subscriptions(items).stream().collect(Collectors.groupingBy(Subscription::path));
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<Path, List<Subscription>> file : files.entrySet()) {
            SubscriptionText text = SubscriptionText.of(new byte[0]).mended(file.getValue(), path -> false);
            changes.add(ContentChange.of(file.getKey(), Optional.empty(), Optional.of(text.bytes()), MODE));
        }
        return changes;
    }

    private static List<Subscription> subscriptions(List<StoreItem> items) {
        return items.stream()
                .filter(Subscription.class::isInstance)
                .map(Subscription.class::cast)
                .toList();
    }

    private Optional<Change> change(Path file, List<Subscription> wanted) throws IOException, InTheWay {
        Optional<byte[]> now = site.disk().read(file);
        SubscriptionText before = SubscriptionText.of(now.orElse(new byte[0]));
        SubscriptionText after = before.mended(wanted, this::leadsNowhere);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(ContentChange.of(file, now, Optional.of(after.bytes()), MODE));
    }

    private boolean isRight(Path file, List<Subscription> wanted) throws IOException, InTheWay {
        Optional<byte[]> now = site.disk().read(file);
        return now.isPresent() && SubscriptionText.of(now.get()).isRight(wanted);
    }

    /** Outside of the mail base nothing is known. */
    private boolean leadsNowhere(Path path) throws IOException, InTheWay {
        return path.startsWith(site.disk().base().path())
                && !path.equals(site.disk().base().path())
                && site.disk().look(path).isEmpty();
    }
}
