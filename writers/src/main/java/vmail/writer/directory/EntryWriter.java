package vmail.writer.directory;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/**
 * Brings a batch of entries to the directory: looks, notes what it will do, sends it, and settles what is uncertain.
 *
 * <p>May be repeated with the same batch at any time: what is there already is left alone.
 */
final class EntryWriter {

    private final Requests requests;
    private final EntryPlanner planner;
    private final ChangeLog log;
    private final boolean update;
    private final Settlement settlement;

    EntryWriter(Requests requests, Comparison comparison, ChangeLog log, boolean update, Patience patience) {
        this.requests = requests;
        this.planner = new EntryPlanner(requests, comparison, patience);
        this.log = log;
        this.update = update;
        this.settlement = new Settlement(requests, planner, comparison, patience);
    }

    /** One outcome for each entry, in the same order. */
    List<Outcome> write(List<ReadOnlyEntry> wanted) throws DirectoryUnavailable, IOException {
        return carryOut(planner.plan(wanted));
    }

    List<Outcome> carryOut(List<EntryChange> plan) throws DirectoryUnavailable, IOException {
        List<EntryChange> toMake = plan.stream().filter(this::isToBeMade).toList();
        long number = log.append(toMake);
        List<LdapText> answers = new ArrayList<>(toMake.isEmpty() ? List.of() : requests.send(toMake));
        sendChildrenAgain(toMake, answers);
        try {
            settlement.settle(toMake, answers);
        } finally {
            noteWhatWasNotMade(number, answers);
        }
        List<Outcome> outcomes = new ArrayList<>();
        int made = 0;
        for (EntryChange change : plan) {
            if (isToBeMade(change)) {
                outcomes.add(outcome(change, answers.get(made++)));
            } else {
                outcomes.add(untouched(change));
            }
        }
        return outcomes;
    }

    private boolean isToBeMade(EntryChange change) {
        return change instanceof EntryChange.Add || (change instanceof EntryChange.Modify && update);
    }

    private static Outcome untouched(EntryChange change) {
        if (change instanceof EntryChange.Modify modify) {
            return new Outcome(
                    modify.dn(),
                    Outcome.Kind.DIFFERS,
                    "differs in " + String.join(", ", modify.attributes().toList()),
                    "");
        }
        return Outcome.of(change, Outcome.Kind.UNCHANGED);
    }

    /** With requests in flight a child can overtake its parent of the same batch; those above go first now. */
    private void sendChildrenAgain(List<EntryChange> changes, List<LdapText> answers) {
        List<Integer> orphans = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof EntryChange.Add
                    && answers.get(i).code().equals(ResultCode.NO_SUCH_OBJECT)) {
                orphans.add(i);
            }
        }
        orphans.sort((a, b) -> Integer.compare(
                ParentEntries.depth(changes.get(a).dn()),
                ParentEntries.depth(changes.get(b).dn())));
        for (int orphan : orphans) {
            LdapText answer = requests.send(List.of(changes.get(orphan))).get(0);
            answers.set(orphan, answer);
            if (answer.code().equals(ResultCode.NO_SUCH_OBJECT)) {
                return;
            }
        }
    }

    private void noteWhatWasNotMade(long number, List<LdapText> answers) throws IOException {
        SortedMap<Long, ResultCode> refused = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            ResultCode code = answers.get(i).code();
            if (!code.equals(ResultCode.SUCCESS) && !isOpen(code)) {
                refused.put(number + i, code);
            }
        }
        log.notMade(refused);
    }

    /** After 80 the entry was read back and is not there. */
    private static boolean isOpen(ResultCode code) {
        return Verdict.isUncertain(code) && !code.equals(ResultCode.OTHER);
    }

    private Outcome outcome(EntryChange change, LdapText answer) throws DirectoryUnavailable {
        if (answer.code().equals(ResultCode.SUCCESS)) {
            return done(change);
        }
        if (answer.code().equals(Settlement.CONFLICT)) {
            return conflict(change);
        }
        if (change instanceof EntryChange.Add && answer.code().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
            return alreadyThere(change);
        }
        Optional<String> remedy = Verdict.remedy(change, answer);
        if (remedy.isEmpty()) {
            throw Verdict.stop(change, answer);
        }
        return Outcome.refused(change.dn(), "the server refuses it: " + answer, remedy.get());
    }

    private Outcome alreadyThere(EntryChange change) throws DirectoryUnavailable {
        Optional<ReadOnlyEntry> now = planner.read(List.of(change.dn())).get(0);
        if (now.isEmpty()) {
            return Outcome.refused(
                    change.dn(),
                    "exists, but this bind DN can not read it",
                    "Give the bind DN read access to the entry (slapd.access(5))");
        }
        return settlement.isAsWanted(change, now) ? Outcome.of(change, Outcome.Kind.UNCHANGED) : conflict(change);
    }

    private static Outcome done(EntryChange change) {
        return Outcome.of(change, change instanceof EntryChange.Modify ? Outcome.Kind.CHANGED : Outcome.Kind.ADDED);
    }

    private static Outcome conflict(EntryChange change) {
        return Outcome.refused(
                change.dn(),
                "somebody else wrote other values to it meanwhile",
                "See who else writes below this base, then run the same command again");
    }
}
