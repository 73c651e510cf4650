package vmail.writer.directory;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/**
 * Turns answers that leave open what the server did (81, 85, 91, 51, 52, 80) into certain ones: reads the entries back and
 * makes once more, all together, what was not made. After 80, a full database, nothing is made again.
 *
 * <p>slapd killed within a load had in three of eight runs one entry more than it had acknowledged.
 */
record Settlement(Requests requests, EntryPlanner planner, Comparison comparison, Patience patience) {

    /** Somebody else wrote the entry meanwhile: it is neither as it was nor as it shall be (word of RFC 4528). */
    static final ResultCode CONFLICT = ResultCode.ASSERTION_FAILED;

    /** Replaces uncertain answers; those of a server that stays away or refuses all remain as they are. */
    void settle(List<EntryChange> changes, List<LdapText> answers) throws DirectoryUnavailable {
        List<Integer> notMade = readBack(changes, answers);
        notMade.removeIf(i -> answers.get(i).code().equals(ResultCode.OTHER));
        if (notMade.isEmpty()) {
            return;
        }
        patience.pause(0);
        List<LdapText> second = requests.send(notMade.stream().map(changes::get).toList());
        for (int i = 0; i < notMade.size(); i++) {
            answers.set(notMade.get(i), second.get(i));
        }
        readBack(changes, answers);
    }

    boolean isAsWanted(EntryChange change, Optional<ReadOnlyEntry> now) {
        return now.isPresent()
                && comparison.differences(change.wanted(), now.get()).isEmpty();
    }

    /** The positions of the uncertain changes that were not made. */
    private List<Integer> readBack(List<EntryChange> changes, List<LdapText> answers) throws DirectoryUnavailable {
        List<Integer> uncertain = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (Verdict.isUncertain(answers.get(i).code())) {
                uncertain.add(i);
            }
        }
        List<Integer> notMade = new ArrayList<>();
        if (uncertain.isEmpty()) {
            return notMade;
        }
        List<Optional<ReadOnlyEntry>> entries =
                planner.read(uncertain.stream().map(i -> changes.get(i).dn()).toList());
        for (int k = 0; k < uncertain.size(); k++) {
            int i = uncertain.get(k);
            Optional<ReadOnlyEntry> now = entries.get(k);
            if (isAsWanted(changes.get(i), now)) {
                answers.set(i, new LdapText(ResultCode.SUCCESS, "", ""));
            } else if (isAsBefore(changes.get(i), now)) {
                notMade.add(i);
            } else {
                answers.set(i, new LdapText(CONFLICT, "", ""));
            }
        }
        return notMade;
    }

    private static boolean isAsBefore(EntryChange change, Optional<ReadOnlyEntry> now) {
        return change instanceof EntryChange.Modify modify
                ? now.isPresent() && now.get().equals(modify.before())
                : now.isEmpty();
    }
}
