package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * No {@code postOfficeBox} of a shared account equals its {@code uid}: the folder mail is delivered to is not named twice (howto 1.6.1).
 *
 * <p>There is one folder of that name and no more; whoever wrote it may have wanted two.
 */
public record BoxNotUid() implements EntryRule {

    @Override
    public String id() {
        return "box-not-uid";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public Mending mending() {
        return Mending.AUTOMATIC;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.SHARED) {
            return List.of();
        }
        List<String> uids = candidate.values("uid");
        return candidate.values("postOfficeBox").stream()
                .distinct()
                .flatMap(box -> uids.stream()
                        .filter(box::equalsIgnoreCase)
                        .limit(1)
                        .map(uid -> box.equals(uid) ? same(candidate, box) : alike(candidate, box, uid)))
                .toList();
    }

    private Finding same(Candidate candidate, String box) {
        return finding(
                        candidate,
                        "postOfficeBox %s is the uid, the folder that mail is delivered to".formatted(box),
                        "Delete that postOfficeBox")
                .about(box);
    }

    /** Two folders then, one of which nobody meant; which one has the mail only people can say. */
    private Finding alike(Candidate candidate, String box, String uid) {
        return finding(
                        candidate,
                        "postOfficeBox %s differs only in case from the uid %s, the folder that mail is delivered to"
                                .formatted(box, uid),
                        "Delete that postOfficeBox, or give it another name")
                .about(box)
                .mended(Mending.BY_HAND);
    }
}
