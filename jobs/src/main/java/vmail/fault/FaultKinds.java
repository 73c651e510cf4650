package vmail.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.rule.Spelling;

/** All kinds of faults there are, by subject. */
public final class FaultKinds {

    private static final List<FaultKind> ALL = Stream.of(
                    AddressFaults.all(),
                    DomainFaults.all(),
                    EntryFaults.all(),
                    PasswordFaults.all(),
                    StoreFaults.all(),
                    MaildirFaults.all(),
                    FolderFaults.all(),
                    MessageFaults.all(),
                    UseFaults.all(),
                    SharedEntryFaults.all(),
                    SharedFaults.all(),
                    SubscriptionFaults.all(),
                    OrphanFaults.all(),
                    GuardFaults.all())
            .flatMap(List::stream)
            .toList();

    private FaultKinds() {}

    public static List<FaultKind> all() {
        return ALL;
    }

    /** The kind of an id. */
    public static Optional<FaultKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The id that somebody meant who mistyped one. */
    public static String nearest(String id) {
        return Spelling.nearest(id, ALL.stream().map(FaultKind::id).toList());
    }
}
