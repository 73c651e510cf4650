package vmail.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vmail.account.Candidate;
import vmail.account.Loss;
import vmail.account.LossKind;
import vmail.account.SetAside;
import vmail.rule.Finding;
import vmail.rule.RunRule;

/** What a move loses, as findings: one for an account and a kind, and for each address and password. */
final class LossFindings {

    private LossFindings() {}

    static List<Finding> of(Candidate account) {
        List<Finding> findings = new ArrayList<>();
        Map<LossKind, Set<String>> attributes = new LinkedHashMap<>();
        for (Loss loss : account.losses()) {
            switch (loss.kind()) {
                case ADDRESS ->
                    findings.add(RunRule.ALIAS_TAKEN
                            .finding(
                                    account.origin(),
                                    account.dn(),
                                    "alias " + loss.text() + " and is left out",
                                    "Correct it in the source, or complete names without a domain with --default-domain")
                            .about(loss.text()));
                case PASSWORD ->
                    findings.add(RunRule.PASSWORD_TAKEN
                            .finding(
                                    account.origin(),
                                    account.dn(),
                                    loss.attribute() + " " + loss.text() + "; it is left out",
                                    "Set a new one once the account is there")
                            .about(loss.attribute() + " " + loss.text()));
                default ->
                    attributes
                            .computeIfAbsent(loss.kind(), kind -> new LinkedHashSet<>())
                            .add(loss.attribute());
            }
        }
        attributes.forEach((kind, names) -> findings.add(RunRule.ATTRIBUTE_PLACED
                .finding(
                        account.origin(),
                        account.dn(),
                        "%s has no place here: %s".formatted(kind.id(), String.join(", ", names)),
                        "Tell the owner; the values are in losses.csv of the run, or check writes them with --losses FILE")
                .about(kind.id())));
        return findings;
    }

    /** None for records that nobody needs to be told of. */
    static List<Finding> of(SetAside aside) {
        if (aside.kind() == SetAside.Kind.LOST) {
            return List.of(RunRule.LIST_PLACED.finding(
                    aside.origin(),
                    aside.dn(),
                    aside.reason() + "; there is no place for it in this set-up",
                    "Give the address it has, if any, to each account that shall get its mail as mailAlternateAddress, or to"
                            + " one shared account"));
        }
        if (aside.reason().isEmpty()) {
            return List.of();
        }
        return List.of(RunRule.RECORD_WANTED.finding(
                aside.origin(),
                aside.dn(),
                "is left out: " + aside.reason(),
                "Correct the source if it is wanted as an account"));
    }
}
