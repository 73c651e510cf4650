package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmail.reader.directory.IncompleteRead;
import vmail.store.Repair;
import vmail.writer.repair.Census;
import vmail.writer.repair.Change;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Brings the mail out of a directory whose name ends with a comma, which Postfix makes of the stores of several accounts with one
 * address. It was meant for all of them; an administrator says who gets it.
 */
record CommaDirectory() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        Optional<Standing> standing = found.disk().look(place).filter(Standing::isDirectory);
        if (standing.isEmpty()) {
            return new Proposal.Gone();
        }
        List<Mail> mail = mail(found, place);
        String candidates = stores(found, place).stream().map(Repair::quoted).collect(Collectors.joining(" or "));
        Optional<Path> into = into(found);
        if (!found.named()) {
            return new Proposal.Named("it has %d message%s for %s; add --into and one of them"
                    .formatted(mail.size(), mail.size() == 1 ? "" : "s", candidates));
        }
        if (into.isEmpty() && !mail.isEmpty()) {
            return new Proposal.Decision(found.site()
                    .into()
                    .map(named -> named + " is no maildir of a person")
                    .orElse("it is not said whose mail it shall be: --into " + candidates));
        }
        List<Change> moves = new ArrayList<>();
        into.ifPresent(maildir -> mail.forEach(message -> moves.add(message.to(maildir))));
        Displacement away = Displacement.of(found, place, standing.get(), new Census(0, 0));
        return new Proposal.Work(
                Stream.concat(Stream.of(moves), away.stages().stream()).toList(), () -> late(found, away.at(), into));
    }

    /** What came in while the directory was still there. */
    private static List<Change> late(Case found, Path aside, Optional<Path> into) throws IOException, InTheWay {
        List<Change> changes = new ArrayList<>();
        if (into.isPresent()) {
            for (Mail message : mail(found, aside)) {
                if (found.disk().look(message.target(into.get())).isEmpty()) {
                    changes.add(message.to(into.get()));
                }
            }
        }
        return changes;
    }

    private static List<Mail> mail(Case found, Path place) throws IOException, InTheWay {
        List<Mail> mail = new ArrayList<>();
        found.disk().walk(place, (path, thing) -> {
            if (Census.isMessage(path, thing)) {
                mail.add(new Mail(path, thing.inode()));
            }
        });
        return mail;
    }

    /** The stores that its name is made of, as far as they can be told. */
    private static Set<Path> stores(Case found, Path place) throws IOException, InTheWay {
        Set<Path> stores = new TreeSet<>();
        String name = String.valueOf(place.getFileName());
        stores.add(
                name.equals(",")
                        ? place.resolveSibling("")
                        : place.resolveSibling(name.substring(0, name.length() - 1)));
        found.disk().walk(place, (path, thing) -> {
            if (thing.isDirectory() && path.endsWith("new")) {
                Path maildir = place.relativize(path.resolveSibling(""));
                for (String part : maildir.toString().split(",", -1)) {
                    Path store = Path.of("/" + part).normalize();
                    if (store.startsWith(found.disk().base().path())) {
                        stores.add(store);
                    }
                }
            }
        });
        return stores;
    }

    /** The maildir that was named, if some account's mail is there. */
    private static Optional<Path> into(Case found) throws IOException, IncompleteRead, InTheWay {
        Optional<String> named = found.site().into();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> maildir = named.get().startsWith("/")
                ? Optional.of(Path.of(named.get()).normalize())
                        .filter(path -> path.startsWith(found.disk().base().path()))
                : found.site()
                        .accounts()
                        .account(named.get())
                        .map(account -> account.store().path());
        boolean usable = maildir.isPresent()
                && Mail.isMaildir(found.disk(), maildir.get())
                && !found.site().accounts().people(maildir.get()).isEmpty();
        return usable ? maildir : Optional.empty();
    }
}
