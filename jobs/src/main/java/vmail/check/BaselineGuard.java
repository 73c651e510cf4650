package vmail.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what an audit saw is too odd to conclude anything from it: a mail base that is not mounted and access rules that hide an
 * attribute both make everything look missing. Compares with what the last conclusive audit counted.
 */
record BaselineGuard(Optional<Map<String, Long>> baseline) {

    /** More than this part of what was there before is never gone in a night. */
    private static final double TOO_MUCH = 0.2;
    /** Fewer may be gone for good reasons in a small system. */
    private static final long NOT_WORTH_IT = 20;

    private static final String NEW_NORMAL = ". If that is right, say so once: vmail audit --new-baseline";

    /** Why nothing may be concluded; none as a rule. */
    List<String> reasons(Map<String, Long> now) {
        List<String> reasons = new ArrayList<>();
        long accounts = now.getOrDefault(AuditFacts.ACCOUNTS, 0L);
        if (accounts > 0 && now.getOrDefault(AuditFacts.OBJECTS, 0L) == 0) {
            reasons.add("the mail base is empty although there are " + accounts
                    + " accounts, as if its file system were not"
                    + " mounted. Mount it; on a new system run vmail make-stores");
        }
        baseline.ifPresent(before -> compare(before, now, reasons));
        return reasons;
    }

    private static void compare(Map<String, Long> before, Map<String, Long> now, List<String> reasons) {
        fall("accounts", AuditFacts.ACCOUNTS, before, now).ifPresent(reasons::add);
        fall("maildirs", AuditFacts.MAILDIRS, before, now).ifPresent(reasons::add);
        Long inode = before.get(AuditFacts.BASE_INODE);
        if (inode != null && !inode.equals(now.get(AuditFacts.BASE_INODE))) {
            reasons.add(
                    "the mail base is another directory than at the last audit (inode " + now.get(AuditFacts.BASE_INODE)
                            + ", was " + inode + "), as if its file system were not mounted" + NEW_NORMAL);
        }
        for (String attribute : AuditFacts.needed()) {
            long shown = before.getOrDefault(AuditFacts.with(attribute), 0L);
            if (shown > 0 && now.getOrDefault(AuditFacts.with(attribute), 0L) == 0) {
                reasons.add("no account shows " + attribute + ", at the last audit " + shown
                        + " did, as if access rules hid it now. Give the bind DN read access (slapd.access(5))"
                        + NEW_NORMAL);
            }
        }
    }

    private static Optional<String> fall(String what, String fact, Map<String, Long> before, Map<String, Long> now) {
        long had = before.getOrDefault(fact, 0L);
        long has = now.getOrDefault(fact, 0L);
        boolean fell = had - has > NOT_WORTH_IT && had - has > had * TOO_MUCH;
        return fell
                ? Optional.of("there are %d %s, at the last audit there were %d".formatted(has, what, had) + NEW_NORMAL)
                : Optional.empty();
    }
}
