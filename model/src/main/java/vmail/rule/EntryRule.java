package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/** A rule that one entry alone keeps or breaks. */
public sealed interface EntryRule extends Rule permits SingleMail {

    /** Called for accounts only; empty when the rule holds or does not apply to this sort of account. */
    List<Finding> check(Candidate candidate);
}
