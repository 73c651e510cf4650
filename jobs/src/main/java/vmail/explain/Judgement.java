package vmail.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.rule.Finding;

/**
 * What is wrong with one account, in the directory and on disk.
 *
 * @param account empty when the entry is not complete enough to have a place on disk
 * @param findings those that matter for mail, at or above the threshold
 * @param unseen what of it could not be looked at, and why
 */
record Judgement(Candidate candidate, Optional<Account> account, List<Finding> findings, List<String> unseen) {

    Judgement {
        findings = List.copyOf(findings);
        unseen = List.copyOf(unseen);
    }

    List<Finding> of(Topic first, Topic... more) {
        Set<Topic> topics = EnumSet.of(first, more);
        return findings.stream()
                .filter(finding -> topics.contains(Topic.of(finding.rule())))
                .toList();
    }

    /** The findings on one of its addresses: messages name the addresses that they are about. */
    List<Finding> onAddress(String address) {
        String folded = address.toLowerCase(Locale.ROOT);
        return of(Topic.ADDRESS).stream()
                .filter(finding -> finding.message().toLowerCase(Locale.ROOT).contains(folded))
                .toList();
    }
}
